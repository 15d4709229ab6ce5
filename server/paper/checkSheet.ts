/** The sheets on which people without a phone say whether recommendations are what they said, and later what came of them. */
import { fileURLToPath } from 'node:url';
import { speaker } from '../../core/message.ts';
import { checkSheetEn } from '../../core/messages/checkSheet.en.ts';
import { SAID_ANSWERS } from '../../core/checking.ts';
import { CHANGED } from '../../core/heard.ts';
import { DOTS_EACH } from '../../core/topics.ts';
import { setPdf } from '../report/pdf/typst.ts';
import { sheetHead, type SheetSource } from './sheetHead.ts';
import { LANGUAGE, said } from './words.ts';

const TEMPLATE = fileURLToPath(new URL('../../templates/paper/checksheet.typ', import.meta.url));

/** What is printed. It crosses to the thread as it is. */
export interface CheckSheetSource extends SheetSource {
  recommendations: { text: string; points: string[] }[];
  /** People are asked again: whether anything changed, and whether each of them happened. */
  again: boolean;
}

export const say = speaker(checkSheetEn, LANGUAGE);

/** @throws what the compiler found, without the texts it found it in */
export function setCheckSheet(source: CheckSheetSource): Uint8Array {
  const { again, session, title } = source;
  // With one there is nothing to choose between.
  const one = source.recommendations.length === 1 ? '.one' : '';
  const kind = again ? 'again.' : '';
  const words = {
    title: say(`${kind}title`, { title }),
    heading: session === '' ? say(`${kind}heading`) : say(`${kind}heading.session`, { session }),
    lead: again ? say('again.lead') : say(`lead${one}`),
    names: say('names'),
  };
  const boxes = again
    ? CHANGED.map((answer) => say(`again.${answer}`))
    : SAID_ANSWERS.map((answer) => say(answer));
  const content =
    (items: CheckSheetSource['recommendations']) =>
    (fonts: readonly string[], unprintable: readonly string[]) => ({
      ...sheetHead(source, words, fonts, unprintable),
      kept: said(say('kept')),
      boxes: boxes.map((box) => said(box)),
      // Only while a room is asked is there something to write, and dots.
      ours: again ? null : said(say('ours')),
      dots: again ? null : said(say(`dots${one}`)),
      mine: said(say('mine')),
      circles: DOTS_EACH,
      first: again ? said(say('again.changed')) : null,
      each: again ? said(say('again.happened')) : null,
      items: items.map(({ text, points }) => ({
        text: said(text),
        points: points.map((point) => said(point)),
      })),
    });
  return setPdf({
    template: TEMPLATE,
    input: 'pack',
    content: content(source.recommendations),
    letters: (text, fonts, unprintable) => content([{ text, points: [] }])(fonts, unprintable),
    files: new Map(),
    date: source.today,
  });
}
