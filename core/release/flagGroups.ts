/** Flags of a release put together by their kind, so that each kind is read and confirmed once. */
import type { ReleaseNote } from '../api.ts';
import { readFlagKey } from '../schemaRelease.ts';
import { kindOf } from './flags.ts';

/**
 * What a flag tells of: figures in which all gave one answer or nobody is on one side; `rest`: people who
 * are left when figures are subtracted; `signs`: a text with a sign of a person; `rounds`: rounds that
 * differ by a few; `other`: what stands for itself.
 */
export type FlagKind = 'one-answer' | 'none-agree' | 'none-disagree' | 'rest' | 'signs' | 'rounds' | 'other';

/** What is told on one line: figures of one statement and round, or a sentence. */
export interface FlagLine {
  /** Statement numbers it is about; empty: all, or none. */
  statements: number[];
  /** Null: there is one round, or the line is a sentence. */
  round: 1 | 2 | null;
  /** Parts with such a figure, each by its names, everyone together by none; null: the line is its words. */
  parts: string[][] | null;
  words: string;
}

/** Flags of one kind, which are read and confirmed together. */
export interface FlagGroup {
  kind: FlagKind;
  lines: FlagLine[];
  /** Of the flags in it. */
  codes: string[];
}

/** First words of the codes of all other flags, each with the kind it is read as. */
const KINDS: Readonly<Record<string, FlagKind>> = {
  'text-signs': 'signs',
  rounds: 'rounds',
  signs: 'other',
  unchecked: 'other',
  'points-signs': 'other',
  'points-unchecked': 'other',
  heard: 'other',
  outdated: 'other',
  lost: 'other',
  'theme-twins': 'other',
  'interviews-all': 'other',
  'interviews-since': 'other',
  twin: 'other',
  'looser-floor': 'other',
  'looser-breakdowns': 'other',
  'looser-approvals': 'other',
};

interface Read {
  kind: FlagKind;
  round: 1 | 2 | null;
  /** Of the figure that it is about, empty: of everyone; null: it is about no figure. */
  names: string[] | null;
}

/** What a flag's code says of it; null: it is the code of a note and not of a flag. */
function readCode(code: string): Read | null {
  const word = code.split(' ')[0] ?? '';
  const known = KINDS[word];
  if (known !== undefined) return { kind: known, round: null, names: null };
  const key = readFlagKey(code);
  if (key === null) return null;
  if (key.names === null) return { kind: 'rest', round: null, names: null };
  const kind = kindOf(key.counts);
  return kind === null ? null : { kind, round: key.round, names: key.names };
}

/**
 * Puts flags together: those of one kind in one group, figures of one statement and round on one line,
 * and the same sentence about several statements on one line. Their order is kept.
 *
 * @param rounds of the consultation; where there is one, no line names it
 */
export function groupFlags(flags: readonly ReleaseNote[], rounds: 1 | 2): FlagGroup[] {
  const groups = new Map<string, FlagGroup>();
  for (const { code, words, statements } of flags) {
    const read = readCode(code) ?? { kind: 'other', round: null, names: null };
    const key = read.kind === 'other' ? code : read.kind;
    const group = groups.get(key) ?? { kind: read.kind, lines: [], codes: [] };
    groups.set(key, group);
    group.codes.push(code);
    const { names } = read;
    const at = rounds === 1 ? null : read.round;
    const same = group.lines.find((line) =>
      names === null
        ? line.words === words
        : line.round === at && String(line.statements) === String(statements),
    );
    if (same === undefined)
      group.lines.push({ statements, round: at, parts: names === null ? null : [names], words });
    else {
      if (names !== null) same.parts?.push(names);
      same.statements = inOrder([...same.statements, ...statements]);
    }
  }
  return [...groups.values()];
}

/** The same sentence about several statements once. */
export function groupNotes(notes: readonly ReleaseNote[]): ReleaseNote[] {
  return [...Map.groupBy(notes, ({ words }) => words).values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    // One without numbers is about all of them.
    const all = same.some(({ statements }) => statements.length === 0);
    return [{ ...first, statements: all ? [] : inOrder(same.flatMap(({ statements }) => statements)) }];
  });
}

/** Whether a note in the register was a flag that somebody confirmed. */
export function wasFlag({ code }: Pick<ReleaseNote, 'code'>): boolean {
  return readCode(code) !== null;
}

function inOrder(statements: readonly number[]): number[] {
  return [...new Set(statements)].toSorted((a, b) => a - b);
}
