/** Interviews and documents as texts of a project: those with a yes to being used, as they are kept to the letter. */
import { passageText } from '../../core/qda/marks.ts';
import type { QdaCase, QdaSource } from '../../core/qda/types.ts';
import { inText, usable, type Coder } from '../../core/talk/sources.ts';
import type { Codebook } from '../../core/talk/themes.ts';
import { passageId, textId, themeId } from './qdaIds.ts';
import { nameOnce, noteCase, textAttribute } from './qdaParts.ts';
import type { ExportSource } from './source.ts';
import { textsOf } from './sourceTables.ts';

/** Labels, never names. */
export const CODER_NAMES: Readonly<Record<Coder, string>> = {
  first: 'First coder',
  second: 'Second coder',
};

/** What attributes of these texts are called; what comes back is read by them. */
export const TEXT_ATTRIBUTES = {
  kind: 'Kind of text',
  interviewer: 'Who asked',
  group: 'Group',
  gender: 'Gender',
  ageBand: 'Age band',
  language: 'Language',
  mayQuote: 'May be quoted',
  day: 'Day',
} as const;

/** @param names those that other texts have already */
export function qdaTexts(
  source: ExportSource,
  book: Codebook,
  names: Set<string>,
  cases: Map<string, QdaCase>,
): QdaSource[] {
  const { consultation, sessions, talk, date } = source;
  const labels = new Map(consultation.groups.map(({ id, label }) => [id, label]));
  const held = new Map(sessions.map(({ id, name }) => [id, name]));
  const texts = textsOf(source);
  const passages = Map.groupBy(usable(texts, talk?.passages ?? []), (one) => one.source.id);
  return texts.map((one): QdaSource => {
    const id = textId(one.id);
    const speaker = { group: labels.get(one.group) ?? '', gender: one.gender, ageBand: one.ageBand };
    noteCase(cases, speaker, { source: id });
    // The format wants a day: where none is known it is that of the file.
    const day = one.day || date;
    return {
      id,
      name: nameOnce(names, one.title),
      description:
        one.form === 'interview'
          ? 'An interview, with what was put under themes.'
          : 'A document, with what was put under themes.',
      day,
      text: one.text,
      attributes: [
        textAttribute('Session', held.get(one.session) ?? ''),
        { name: TEXT_ATTRIBUTES.day, type: 'Date', value: one.day },
        textAttribute(TEXT_ATTRIBUTES.kind, one.form),
        textAttribute(TEXT_ATTRIBUTES.interviewer, one.interviewer),
        textAttribute(TEXT_ATTRIBUTES.group, speaker.group),
        textAttribute(TEXT_ATTRIBUTES.gender, speaker.gender),
        textAttribute(TEXT_ATTRIBUTES.ageBand, speaker.ageBand),
        textAttribute(TEXT_ATTRIBUTES.language, one.language),
        textAttribute(TEXT_ATTRIBUTES.mayQuote, one.mayQuote ? 'yes' : 'no'),
      ],
      selections: (passages.get(one.id) ?? [])
        .map(({ passage }) => passage)
        .toSorted(inText)
        .map((passage) => {
          const coder = CODER_NAMES[passage.coder];
          return {
            id: passageId(passage.id),
            from: passage.from,
            to: passage.to,
            description: passageText(passage),
            day,
            coder,
            codings: book.of(passage.themes).map(({ theme }) => ({ code: themeId(theme.id), coder })),
          };
        }),
    };
  });
}
