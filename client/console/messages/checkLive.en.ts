/** Words of the live screen while the room is asked about recommendations. */
import type { Catalogue } from '../../../core/message.ts';

export const CHECK_LIVE_EN = {
  'undo.check': 'Undo: recommendations',
  'stage.check': 'Recommendations',
  'stage.check.ask': 'Is this what you said?',
  'stage.check.dots': 'What matters most to you?',
  'stage.check.dots.n': { one: '{n} dot', other: '{n} dots' },
  'stage.check.done': 'Thank you',
  'stage.check.shown': 'What we said together',
  'comments.checking': 'On recommendations',
  'comments.check': 'On recommendation {n}',
  'more.check.recs': 'Check recommendations',
  'more.check.recs.text': 'The room says whether each is what it said, and puts dots on what matters most.',
  'ended.checkPaper': 'Type up sheets on recommendations',
} as const satisfies Catalogue;
