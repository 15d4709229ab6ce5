/** Words of the console while people propose statements of their own, or are asked about recommendations. */
import type { Catalogue } from '../../../core/message.ts';
import { CHECK_LIVE_EN } from './checkLive.en.ts';

export const PROPOSE_EN = {
  ...CHECK_LIVE_EN,
  'stage.propose': 'Asking for statements',
  'stage.propose.text': 'Write a statement of your own',
  'comments.proposing': 'Statements from phones',
  'comments.proposal': 'A statement, from a phone',
  'comments.kept': 'Kept',
  'comments.keepAll': { one: 'Keep the {n} that waits', other: 'Keep all {n} that wait' },
  'comments.put.keep': 'Keep it',
  'more.propose.on': 'Ask for statements',
  'more.propose.off': 'Stop asking for statements',
  'more.propose.text':
    'People write statements of their own on their phones. You find them under the statements of the consultation; one that is accepted can be asked here or next time.',
  'fresh.title': 'Not in this session yet',
  'fresh.add': 'Ask it here too',
  'fresh.add.named': 'Ask it here too: {text}',
  'fresh.note': 'It comes after the others. It cannot be taken out again, but need not be opened.',
} as const satisfies Catalogue;
