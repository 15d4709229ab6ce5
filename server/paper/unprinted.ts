/** What a pack could not print, since no font at hand has its letters: said before the work begins. */
import { roomLabel } from '../../core/consultation.ts';
import type { paperEn } from '../../core/messages/paper.en.ts';
import { noFont, textsIn } from '../report/noFont.ts';
import { packFiles } from './pack.ts';
import type { PackSource } from './source.ts';
import { paper } from './words.ts';

/** Where letters stand that cannot be printed, in words, and what they are called. */
export interface Unprinted {
  where: string[];
  letters: string[];
}

type Field = Extract<keyof typeof paperEn, `field.${string}`>;

/**
 * Looks through all that the pack would print, whichever parts it has, and then for where that came from.
 *
 * @returns null where all can be printed
 */
export async function unprintedIn(source: PackSource): Promise<Unprinted | null> {
  const { consultation, session, statements, facts } = source;
  const files = await packFiles({
    ...source,
    // Pictures have no letters of ours, and take their time.
    statements: statements.map((statement) => ({ ...statement, picture: null })),
  });
  const { words, called } = await noFont();
  const lost = words(files.flatMap(({ content }) => printed(content([], []))));
  if (lost.size === 0) return null;
  const has = (texts: readonly string[]): boolean => [...words(texts)].some((word) => lost.has(word));
  const numbers = statements
    .filter(({ wordings, scale, notes }) =>
      has([
        ...wordings.map(({ text }) => text),
        ...(scale.kind === 'own' ? (scale.labels ?? []) : []),
        notes,
      ]),
    )
    .map(({ number }) => number);
  const fields: [Field, string[]][] = [
    ['field.title', [consultation.title]],
    ['field.aim', [consultation.aim]],
    ['field.askedBy', [consultation.askedBy]],
    ['field.ledBy', [consultation.ledBy]],
    ['field.answeredBy', [consultation.answeredBy]],
    ['field.answerDue', [consultation.answerDue]],
    ['field.decided', [consultation.decided]],
    ['field.open', [consultation.open]],
    ['field.dangerTo', [consultation.words.dangerTo]],
    ['field.helpFrom', [consultation.words.helpFrom]],
    ['field.complainTo', [consultation.words.complainTo]],
    ['field.withdrawUntil', [consultation.words.withdrawUntil]],
    ['field.consent', [consultation.words.consent]],
    ['field.rights', [consultation.words.rights]],
    ['field.talkTo', [consultation.words.talkTo ?? '']],
    ['field.groups', consultation.groups.flatMap((group) => [group.label, roomLabel(group)])],
    ['field.session', [session?.name ?? '', session?.place ?? '', facts.linkedSessions]],
  ];
  const named = fields.filter(([, texts]) => has(texts)).map(([field]) => paper(field));
  if (numbers.length > 0) named.unshift(paper('field.statements', { numbers: numbers.join(', ') }));
  return { where: named, letters: called(lost) };
}

/** All texts of a file but its own title, which is on no page. */
function printed(content: unknown): string[] {
  const parts = Object.entries(content ?? {}).filter(([name]) => name !== 'title');
  return textsIn(parts.map(([, part]) => part as unknown));
}
