/** The sheet on which people without a phone say whether recommendations are what they said. */
import { fileURLToPath } from 'node:url';
import { speaker } from '../../core/message.ts';
import { checkSheetEn } from '../../core/messages/checkSheet.en.ts';
import { SAID_ANSWERS } from '../../core/checking.ts';
import { DOTS_EACH } from '../../core/topics.ts';
import { setPdf } from '../report/pdf/typst.ts';
import { sheetHead, type SheetSource } from './sheetHead.ts';
import { LANGUAGE, said } from './words.ts';

const TEMPLATE = fileURLToPath(new URL('../../templates/paper/checksheet.typ', import.meta.url));

/** What is printed. It crosses to the thread as it is. */
export interface CheckSheetSource extends SheetSource {
  recommendations: { text: string; points: string[] }[];
}

export const say = speaker(checkSheetEn, LANGUAGE);

/** @throws what the compiler found, without the texts it found it in */
export function setCheckSheet(source: CheckSheetSource): Uint8Array {
  const words = {
    title: say('title', { title: source.title }),
    heading: source.session === '' ? say('heading') : say('heading.session', { session: source.session }),
    lead: say('lead'),
    names: say('names'),
  };
  const content =
    (items: CheckSheetSource['recommendations']) =>
    (fonts: readonly string[], unprintable: readonly string[]) => ({
      ...sheetHead(source, words, fonts, unprintable),
      kept: said(say('kept')),
      boxes: SAID_ANSWERS.map((answer) => said(say(answer))),
      ours: said(say('ours')),
      dots: said(say('dots')),
      mine: said(say('mine')),
      circles: DOTS_EACH,
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
