/** The pages that are read back to people: content for the template, and setting it. */
import { fileURLToPath } from 'node:url';
import { VERDICTS } from '../../core/readBack/types.ts';
import { setPdf } from '../report/pdf/typst.ts';
import { fitted, fittedOnOne, SMALLEST, type Content, type Form } from './readBackFit.ts';
import { namesNote, partsOf, say, storyOf, type DraftSource, type ReadBackSource } from './readBackParts.ts';
import { sheetHead } from './sheetHead.ts';
import { paper, said } from './words.ts';

const TEMPLATE = fileURLToPath(new URL('../../templates/paper/readback.typ', import.meta.url));

/**
 * Sets at most two pages: type is as large as fits, boxes stand under one another where there is room for that, and
 * lines to write on take what is left.
 *
 * @throws what the compiler found, without the texts it found it in; `tooMuchIn` tells how much too much it is
 */
export function setReadBack(source: ReadBackSource): Uint8Array {
  const words = {
    title: say('title', { title: source.title }),
    heading: source.session === '' ? say('heading') : say('heading.session', { session: source.session }),
    // Quotes have no boxes.
    lead: say(source.themes.length + source.caseStudies.length === 0 ? 'lead.quotes' : 'lead'),
    names: say('names'),
  };
  const content: Content = (parts, form) => (fonts, unprintable) => ({
    ...sheetHead(source, words, fonts, unprintable),
    ...form,
    boxes: VERDICTS.map((verdict) => said(say(verdict))),
    ours: said(say('ours')),
    more: said(say('more')),
    parts,
  });
  const setting = {
    template: TEMPLATE,
    input: 'pack',
    content: content(partsOf(source), SMALLEST),
    letters: (text: string, fonts: readonly string[], unprintable: readonly string[]) =>
      content([{ heading: said(text), note: null, items: [], breaks: false }], SMALLEST)(fonts, unprintable),
    files: new Map<string, Buffer>(),
    date: source.today,
  };
  return setPdf(setting, (stands) => fitted(source, (of, form) => stands(content(of, form)), content));
}

/**
 * Sets a case study to be read to the person whose story it is, before their yes: on a page where it fits, marked as
 * confidential and as a draft.
 *
 * @throws what the compiler found, without the texts it found it in
 */
export function setDraft(source: DraftSource): Uint8Array {
  const { title, text, changed } = source.draft;
  const mark = say('draft.mark');
  const names = namesNote(changed);
  const words = {
    title: say('draft.title', { title: source.title }),
    heading: title === '' ? say('draft.untitled') : title,
    lead: say('draft.lead'),
    names: say('names'),
  };
  const content =
    (story: string, form: Form) => (fonts: readonly string[], unprintable: readonly string[]) => ({
      ...sheetHead(source, words, fonts, unprintable),
      mark: source.sample ? `${mark} – ${paper('sample')}` : mark,
      ...form,
      boxes: (['draft.yes', 'draft.change', 'draft.no'] as const).map((box) => said(say(box))),
      ours: said(say('draft.ours')),
      more: said(say('draft.more')),
      parts: [
        {
          heading: null,
          note: names === null ? null : said(names),
          items: [{ ...storyOf('', story), heading: null }],
          breaks: false,
        },
      ],
    });
  const setting = {
    template: TEMPLATE,
    input: 'pack',
    content: content(text, SMALLEST),
    letters: (rare: string, fonts: readonly string[], unprintable: readonly string[]) =>
      content(rare, SMALLEST)(fonts, unprintable),
    files: new Map<string, Buffer>(),
    date: source.today,
  };
  return setPdf(setting, (stands) =>
    content(
      text,
      fittedOnOne((form) => stands(content(text, form))),
    ),
  );
}
