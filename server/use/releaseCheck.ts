/** What a release would do and why, and what has to be confirmed before it is written. */
import type { ReleaseCheck, ReleaseNote } from '../../core/api.ts';
import { madeTexts } from '../../core/report/texts.ts';
import type { ReportInput } from '../../core/report/input.ts';
import { unheardSides } from '../../core/report/quotes.ts';
import type { TextKey } from '../../core/report/document.ts';
import { flagsOf, notesOf, refusalsOf, sayRelease } from '../../core/release/words.ts';
import { chosenQuotes, withSigns } from './quotes.ts';
import { namesOf, releaseInput, type Drafted } from './reportModel.ts';
import type { ReportSource } from './reportSource.ts';

export function checkOf(source: ReportSource, drafted: Drafted): ReleaseCheck {
  const { plan, imprint, same } = drafted;
  const names = namesOf(source);
  const input = releaseInput(source, plan, imprint);
  return {
    refusals: refusalsOf(plan, names),
    flags: [...flagsOf(plan, names), ...quoteFlags(source), ...textFlags(source, input)],
    notes: [...notesOf(plan, names), ...pictureNotes(source), ...unheardNotes(source, input)],
    number: imprint.number,
    same: same !== null,
    approvals: source.consultation.approvals,
  };
}

function quoteFlags(source: ReportSource): ReleaseNote[] {
  const chosen = chosenQuotes(source.comments);
  const unchecked = chosen.filter((c) => !c.review.checked);
  const signs = withSigns(
    chosen.filter((c) => c.review.checked),
    source.document.lists,
  );
  const flag = (code: 'unchecked' | 'signs', list: readonly { statement: string; tag: string }[]) =>
    list.length === 0
      ? []
      : [
          {
            // Other quotes are another question, which the answer to this one is not for.
            code: `${code} ${list
              .map((c) => c.tag)
              .toSorted()
              .join(' ')}`,
            words: sayRelease(`flag.${code}`, { n: list.length }),
            statements: numbersOf(
              source,
              list.map((c) => c.statement),
            ),
          },
        ];
  return [...flag('unchecked', unchecked), ...flag('signs', signs)];
}

/** Edited texts that were last looked at when the program made another text from the figures. */
function textFlags({ document, consultation }: ReportSource, input: ReportInput): ReleaseNote[] {
  const made = madeTexts(input);
  const texts = (Object.keys(document.texts) as TextKey[]).filter((key) => {
    const edited = document.texts[key];
    return edited !== undefined && edited.from !== made.texts[key];
  });
  const statements = consultation.statements.flatMap(({ id }, i) => {
    const sentence = document.statements[id]?.sentence;
    return sentence !== undefined && sentence.from !== (made.statements[id] ?? '') ? [i + 1] : [];
  });
  if (texts.length + statements.length === 0) return [];
  const list = new Intl.ListFormat('en-GB', { type: 'conjunction' }).format([
    ...texts.map((key) => sayRelease(`text.${key}`)),
    ...statements.map((number) => sayRelease('text.statement', { number })),
  ]);
  return [
    {
      code: `outdated ${[...texts, ...statements].join(' ')}`,
      words: sayRelease('flag.outdated', { n: texts.length + statements.length, texts: list }),
      statements,
    },
  ];
}

function pictureNotes({ document }: ReportSource): ReleaseNote[] {
  const n = document.chapters.flatMap((c) => c.pictures).filter((p) => !p.consent).length;
  return n === 0 ? [] : [{ code: 'pictures', words: sayRelease('note.pictures', { n }), statements: [] }];
}

/** Dissent is to be heard too: sides that could be quoted and are not. */
function unheardNotes(source: ReportSource, { quotes, statements }: ReportInput): ReleaseNote[] {
  const unheard = unheardSides(source.comments, quotes, statements);
  return (['agree', 'disagree'] as const).flatMap((side) => {
    const own = unheard.filter((u) => u.side === side).map((u) => u.statement);
    if (own.length === 0) return [];
    return [
      { code: 'unheard', words: sayRelease(`note.unheard.${side}`), statements: numbersOf(source, own) },
    ];
  });
}

function numbersOf({ consultation }: ReportSource, ids: readonly string[]): number[] {
  return consultation.statements.flatMap((s, i) => (ids.includes(s.id) ? [i + 1] : []));
}
