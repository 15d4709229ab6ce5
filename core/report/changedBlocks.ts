/**
 * What was open to change, as people were told before, beside what changed; and what they said of whether that was
 * true. Recommendations are named by their numbers: their texts, which may be somebody's own words, stand in one place.
 */
import { sayTold } from '../recommendations/toldWords.ts';
import { stateOf } from '../recommendations/told.ts';
import { wasAsked, type AskedItem } from './asked.ts';
import { prints } from './document.ts';
import { sentenceOf } from './heardBlocks.ts';
import type { ReportInput } from './input.ts';
import type { Block, TableBlock } from './model.ts';
import type { Speech } from './words.ts';
import { judgedWords, toldFirst } from './wordsBefore.ts';

export function changedBlocks(speech: Speech, input: ReportInput): Block[] {
  const { asked, heard, document } = input;
  const { say } = speech;
  const items = asked === null || !prints(document, 'followUp') ? [] : [...asked.change, ...asked.keep];
  const became = items.filter(wasAsked);
  const told = heard?.rows.find(({ question }) => question === 'told');
  const came = became.map((item) => lineOf(speech, item)).join('\n');
  const table: TableBlock = {
    kind: 'table',
    caption: say('changed.table'),
    head: [say('changed.told'), say('changed.came')],
    rows: [[toldFirst(speech, input, 'open'), came]],
    numeric: [],
  };
  const blocks: Block[] = became.length === 0 ? [] : [table];
  if (told !== undefined && typeof told.figure !== 'string')
    blocks.push({
      kind: 'paragraph',
      text: [sentenceOf(speech, { ...told, figure: told.figure }), judgedWords(speech, input)]
        .filter((text) => text !== '')
        .join(' '),
    });
  return blocks;
}

/** "Recommendation 1: Done. A text goes out the day before." */
function lineOf({ say }: Speech, item: AskedItem): string {
  const n = item.number;
  const state = stateOf(item);
  const became =
    state === 'no'
      ? say('changed.item.no', { n, chapter: say('head.followUp') })
      : say('changed.item', { n, state: sayTold(`state.${state}`) });
  return [became, item.done].filter((text) => text !== '').join(' ');
}
