/** Changes to the report's document. Each gives a new document. */
import type { ReportPage } from '../../../../core/api.ts';
import type {
  Chapter,
  Edited,
  ReportDocument,
  ReportPicture,
  TextKey,
} from '../../../../core/report/document.ts';

/**
 * Whether a text is the made one, the team's, or the team's on figures that have changed since.
 *
 * @param made as the program makes it now
 */
export function originOf(edited: Edited | undefined, made: string): 'made' | 'yours' | 'stale' {
  if (edited === undefined) return 'made';
  return edited.from === made ? 'yours' : 'stale';
}

/** Paths of the fields whose words stand on figures that have changed since, in the order of the page. */
export function staleFields(doc: ReportDocument, page: Pick<ReportPage, 'made' | 'statements'>): string[] {
  const stale = (edited: Edited | undefined, made: string): boolean => originOf(edited, made) === 'stale';
  const text = (key: TextKey): string[] =>
    stale(doc.texts[key], page.made[key]) ? [`texts.${key}.text`] : [];
  return [
    ...(['summary', 'changeable', 'methods'] as const).flatMap(text),
    ...page.statements.flatMap(({ id, sentence }) =>
      stale(doc.statements[id]?.sentence, sentence) ? [`statements.${id}.sentence.text`] : [],
    ),
    ...(['shared', 'differ', 'reading', 'limits'] as const).flatMap(text),
  ];
}

/** Typing into it: `from` stays what the figures made when the team last looked. */
export function typed(edited: Edited | undefined, made: string, text: string): Edited {
  return { text, from: edited?.from ?? made };
}

export function putText(doc: ReportDocument, key: TextKey, edited: Edited | undefined): ReportDocument {
  const texts = { ...doc.texts };
  if (edited === undefined) delete texts[key];
  else texts[key] = edited;
  return { ...doc, texts };
}

export function putSentence(
  doc: ReportDocument,
  statement: string,
  sentence: Edited | undefined,
): ReportDocument {
  const own = { ...doc.statements[statement] };
  if (sentence === undefined) delete own.sentence;
  else own.sentence = sentence;
  return putStatement(doc, statement, own);
}

export function putStatementText(doc: ReportDocument, statement: string, text: string): ReportDocument {
  const own = { ...doc.statements[statement] };
  if (text === '') delete own.text;
  else own.text = text;
  return putStatement(doc, statement, own);
}

/** A statement on which nothing is written has no entry. */
function putStatement(
  doc: ReportDocument,
  statement: string,
  own: ReportDocument['statements'][string],
): ReportDocument {
  const statements = { ...doc.statements };
  if (Object.keys(own).length === 0) delete statements[statement];
  else statements[statement] = own;
  return { ...doc, statements };
}

/**
 * Ticks a session or takes its tick away. All of them are an empty list, so that a session that is
 * finished later is in the report too; with the last tick gone it is about all again.
 */
export function tickSession(
  all: readonly string[],
  chosen: readonly string[],
  session: string,
  on: boolean,
): string[] {
  const before = chosen.length === 0 ? all : chosen;
  const now = all.filter((id) => (id === session ? on : before.includes(id)));
  return now.length === all.length ? [] : now;
}

export function addChapter(doc: ReportDocument, id: string): ReportDocument {
  const chapter: Chapter = { id, title: '', text: '', pictures: [], place: 'after' };
  return { ...doc, chapters: [...doc.chapters, chapter] };
}

export function changeChapter(
  doc: ReportDocument,
  id: string,
  change: (chapter: Chapter) => Chapter,
): ReportDocument {
  return { ...doc, chapters: doc.chapters.map((c) => (c.id === id ? change(c) : c)) };
}

export function removeChapter(doc: ReportDocument, id: string): ReportDocument {
  return { ...doc, chapters: doc.chapters.filter((c) => c.id !== id) };
}

/** Changes places with the one before (-1) or after (1); at the end nothing happens. */
export function moveChapter(doc: ReportDocument, id: string, by: -1 | 1): ReportDocument {
  const at = doc.chapters.findIndex((c) => c.id === id);
  const [one, other] = [doc.chapters[at], doc.chapters[at + by]];
  if (one === undefined || other === undefined) return doc;
  const chapters = [...doc.chapters];
  chapters[at] = other;
  chapters[at + by] = one;
  return { ...doc, chapters };
}

export function changePicture(
  doc: ReportDocument,
  chapter: string,
  id: string,
  change: (picture: ReportPicture) => ReportPicture | null,
): ReportDocument {
  return changeChapter(doc, chapter, (c) => ({
    ...c,
    pictures: c.pictures.flatMap((p) => {
      if (p.id !== id) return [p];
      const next = change(p);
      return next === null ? [] : [next];
    }),
  }));
}

/** One name a line; empty lines and doubles go. */
export function readLines(text: string): string[] {
  return [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
}
