/** How a row of a source, a passage or a question reads, and how it is written: one order of fields for each. */
import type { Transaction } from 'kysely';
import { wordsAt } from '../../../core/talk/positions.ts';
import type {
  Passage,
  PassageFields,
  Question,
  QuestionFields,
  SourceFields,
  TextSource,
} from '../../../core/talk/sources.ts';
import type { Tables } from './tables.ts';

interface Row {
  id: string;
  document: string;
}

export function sourceDocument(fields: SourceFields): string {
  const { form, title, text, day, session, group, gender, ageBand } = fields;
  const { interviewer, mayUse, mayQuote, language } = fields;
  return JSON.stringify({
    form,
    title,
    text,
    day,
    session,
    group,
    gender,
    ageBand,
    interviewer,
    mayUse,
    mayQuote,
    language,
  } satisfies SourceFields);
}

export function passageDocument(fields: PassageFields): string {
  const { from, to, themes, coder, note, stance, outcome } = fields;
  return JSON.stringify({
    from,
    to,
    themes: themes.toSorted(),
    coder,
    note,
    stance,
    outcome,
  } satisfies PassageFields);
}

export function questionDocument({ text, proposedBy, agreedBy, order }: QuestionFields): string {
  return JSON.stringify({ text, proposedBy, agreedBy, order } satisfies QuestionFields);
}

export function readSource({ id, document }: Row): TextSource {
  return { id, ...(JSON.parse(document) as SourceFields) };
}

export function readPassage({ id, document, source }: Row & { source: string }): Passage {
  return { id, source, ...(JSON.parse(document) as PassageFields) };
}

export function readQuestion({ id, document }: Row): Question {
  return { id, ...(JSON.parse(document) as QuestionFields) };
}

/** The words of those of these passages that stand, by their ids. */
export async function passageWords(
  trx: Transaction<Tables>,
  consultation: string,
  ids: ReadonlySet<string>,
): Promise<Map<string, string>> {
  if (ids.size === 0) return new Map();
  const rows = await trx
    .selectFrom('passage')
    .innerJoin('source', (join) =>
      join
        .onRef('source.id', '=', 'passage.source')
        .onRef('source.consultation', '=', 'passage.consultation'),
    )
    .select(['passage.id', 'passage.source', 'passage.document', 'source.document as text'])
    .where('passage.consultation', '=', consultation)
    .where('passage.id', 'in', [...ids])
    .execute();
  return new Map(
    rows.map(({ text, ...row }) => [
      row.id,
      wordsAt(readSource({ id: row.source, document: text }).text, readPassage(row)),
    ]),
  );
}
