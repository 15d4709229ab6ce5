/** What a release would do and why, and what has to be confirmed before it is written. */
import type { ReleaseCheck, ReleaseNote } from '../../core/api.ts';
import { buildReport } from '../../core/report/build.ts';
import { questionOf } from '../../core/report/heardBlocks.ts';
import { madeTexts } from '../../core/report/texts.ts';
import type { ReportInput } from '../../core/report/input.ts';
import { placedIn, type Placed } from '../../core/report/quotes.ts';
import { speechOf } from '../../core/report/words.ts';
import { standingStudies } from '../../core/report/studies.ts';
import { unheardSides } from '../../core/report/unheard.ts';
import type { TextKey } from '../../core/report/document.ts';
import { groupFlags } from '../../core/release/flagGroups.ts';
import { roundsApart } from '../../core/release/roundsApart.ts';
import type { ReleasePlan } from '../../core/release/types.ts';
import { flagsOf, notesOf, partName, refusalsOf, sayRelease } from '../../core/release/words.ts';
import { hashOf } from './boundTo.ts';
import { heldNotes } from './heldNotes.ts';
import { looserFlags } from './looser.ts';
import { registerFlags } from './otherRegisters.ts';
import { chosenQuotes, withSigns } from './quotes.ts';
import { namesOf, type Drafted } from './reportModel.ts';
import type { ReportSource } from './reportSource.ts';
import { pointFlags, pointNotes } from './pointQuotes.ts';
import { textSigns } from './textSigns.ts';

/**
 * The check of a drafted release: why it is refused, what is to be confirmed, and what was done to it, in
 * words; with the hash by which an order says that it is this check that was read.
 */
export function checkOf(source: ReportSource, drafted: Drafted): ReleaseCheck {
  const { plan, input, imprint, same } = drafted;
  const names = namesOf(source);
  const placed = placedIn(source.comments, source, plan);
  const refusals = [...refusalsOf(plan, names), ...hiddenRefusals(source)];
  const signs = [...quoteFlags(source), ...pointFlags(source, input), ...textSigns(source)];
  const flags =
    same === null
      ? [
          ...registerFlags(source),
          ...looserFlags(source),
          ...flagsOf(plan, names),
          ...roundFlags(source, plan),
          ...heardFlags(input),
          ...signs,
          ...textFlags(source, input),
        ]
      : // It is out already; only a sign of a person that nobody knew then is a reason to stop.
        signs.filter((flag) => !same.notes.some((note) => note.code === flag.code));
  // Who approves is filled in after the check.
  const seen = same === null ? buildReport({ ...input, approvedBy: {} }) : drafted.model;
  return {
    refusals,
    flags,
    groups: groupFlags(flags, source.consultation.rounds),
    notes: [
      ...notesOf(plan, names),
      ...pictureNotes(source),
      ...unplacedNotes(source, placed),
      ...unheardNotes(source, placed, input),
      ...pointNotes(source, input),
      ...studyNotes(source),
      ...heldNotes(source, plan, input),
    ],
    number: imprint.number,
    same: same !== null,
    approvals: source.consultation.approvals,
    hash: hashOf([seen, refusals, flags.map((f) => f.code)]),
  };
}

/** Where nobody is told apart a release is about everyone: one of fewer sessions would tell those apart. */
function hiddenRefusals({ consultation, all, sessions }: ReportSource): ReleaseNote[] {
  const out = all.filter((s) => !sessions.includes(s));
  if (consultation.breakdowns === 'shown' || out.length === 0) return [];
  const names = partName(
    out.map((s) => s.name),
    false,
  );
  return [
    {
      code: 'sessions-hidden',
      words: sayRelease('refusal.sessions-hidden', { sessions: names }),
      statements: [],
    },
  ];
}

/** Two rounds of which one has the answers of the other and a few people's more. */
function roundFlags(source: ReportSource, { boards }: ReleasePlan): ReleaseNote[] {
  return roundsApart(boards, source.document.floor).map(({ statement, names, n, counts }) => ({
    code: `rounds ${hashOf([statement, names, counts])}`,
    words:
      names.length === 0
        ? sayRelease('flag.rounds.all', { n })
        : sayRelease('flag.rounds', { n, names: partName(names, false) }),
    statements: numbersOf(source, [statement]),
  }));
}

/** Whoever knows who answered would know what each of them said of being heard. */
function heardFlags({ heard, document }: ReportInput): ReleaseNote[] {
  return (heard?.rows ?? [])
    .filter(({ oneAnswer }) => oneAnswer)
    .map((row) => ({
      code: `heard ${hashOf([row.question, row.figure])}`,
      words: sayRelease('flag.heard', { question: questionOf(speechOf(document.language), row) }),
      statements: [],
    }));
}

function quoteFlags(source: ReportSource): ReleaseNote[] {
  const chosen = chosenQuotes(source.comments);
  const unchecked = chosen.filter((c) => !c.review.checked);
  const signs = withSigns(
    chosen.filter((c) => c.review.checked),
    source.document.lists,
  );
  const flag = (code: 'unchecked' | 'signs', list: typeof chosen) =>
    list.length === 0
      ? []
      : [
          {
            // Other quotes, or other words in them, are another question than the one that was answered.
            code: `${code} ${hashOf(list.map((c) => [c.session, c.board, c.tag, c.review.published, c.comment]))}`,
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
      code: `outdated ${hashOf([
        texts.map((key) => [key, document.texts[key]?.text, made.texts[key]]),
        statements.map((number) => {
          const id = consultation.statements[number - 1]?.id ?? '';
          return [id, document.statements[id]?.sentence?.text, made.statements[id]];
        }),
      ])}`,
      words: sayRelease('flag.outdated', { n: texts.length + statements.length, texts: list }),
      statements,
    },
  ];
}

function pictureNotes({ document }: ReportSource): ReleaseNote[] {
  const n = document.chapters.flatMap((c) => c.pictures).filter((p) => !p.consent).length;
  return n === 0 ? [] : [{ code: 'pictures', words: sayRelease('note.pictures', { n }), statements: [] }];
}

/** Quotes that a release does not have: the printed figures are not about their sessions, or the room may not read them. */
function unplacedNotes(source: ReportSource, placed: readonly Placed[]): ReleaseNote[] {
  const here = new Set<object>(placed.map((p) => p.comment));
  const chosen = chosenQuotes(source.comments).filter((c) => c.review.checked);
  const team = chosen.filter((c) => c.audience === 'team');
  const out = chosen.filter((c) => c.audience === 'room' && !here.has(c));
  const note = (code: 'unplaced' | 'team-only', list: typeof chosen): ReleaseNote[] => {
    const statements = numbersOf(
      source,
      list.map((c) => c.statement),
    );
    return list.length === 0
      ? []
      : [{ code, words: sayRelease(`note.${code}`, { n: list.length }), statements }];
  };
  return [...note('unplaced', out), ...note('team-only', team)];
}

/** Dissent is to be heard too: sides that could be quoted and are not. */
function unheardNotes(
  source: ReportSource,
  placed: readonly Placed[],
  { quotes, statements }: ReportInput,
): ReleaseNote[] {
  const unheard = unheardSides(placed, quotes, statements);
  return (['agree', 'disagree'] as const).flatMap((side) => {
    const own = unheard.filter((u) => u.side === side).map((u) => u.statement);
    if (own.length === 0) return [];
    return [
      { code: 'unheard', words: sayRelease(`note.unheard.${side}`), statements: numbersOf(source, own) },
    ];
  });
}

/** Case studies that were chosen and lack something now. */
function studyNotes({ consultation, document, studies }: ReportSource): ReleaseNote[] {
  const chosen = document.caseStudies ?? [];
  const there = chosen.filter((id) => studies.caseStudies.some((one) => one.id === id)).length;
  const n = there - standingStudies(document, studies.caseStudies, consultation.groups).length;
  return n === 0
    ? []
    : [{ code: 'studies-not', words: sayRelease('note.studies-not', { n }), statements: [] }];
}

function numbersOf({ consultation }: ReportSource, ids: readonly string[]): number[] {
  return consultation.statements.flatMap((s, i) => (ids.includes(s.id) ? [i + 1] : []));
}
