/**
 * Which words of a case study stood under which version, for as long as the program runs: an undo brings a version
 * back only with exactly its words, whatever the window that undoes believes. Nothing of it is ever written to a file
 * (docs/decisions/042): words that stood before may have had real names.
 */
import { TOLD, type CaseStudyFields } from './types.ts';

type Told = Pick<CaseStudyFields, (typeof TOLD)[number]>;

/** Far more changes than windows can take back; the oldest case studies are forgotten first. */
const MOST = 5000;

export interface Versions {
  /** These words of this case study stand under their version. */
  note(key: string, study: CaseStudyFields): void;
  /**
   * @param back the version that these words are to be again
   * @returns it, or else another one under which exactly these words stood; null: none is known
   */
  under(key: string, told: Told, back: string): string | null;
  /** Every version under which exactly these words are known to have stood. */
  allUnder(key: string, told: Told): string[];
  /** Whether other words are known to have stood under this version. */
  differs(key: string, study: CaseStudyFields): boolean;
}

/** @param markOf what is kept of the words, in memory: the same of the same words and of no others */
export function makeVersions(markOf: (words: string) => string): Versions {
  const known = new Map<string, Map<string, string>>();
  let n = 0;
  const mark = (told: Told): string => markOf(JSON.stringify(TOLD.map((field) => told[field])));
  const allUnder = (key: string, told: Told): string[] => {
    const is = mark(told);
    return [...(known.get(key) ?? [])].flatMap(([version, one]) => (one === is ? [version] : []));
  };
  return {
    note: (key, study) => {
      const own = known.get(key) ?? new Map<string, string>();
      if (!own.has(study.version)) n += 1;
      own.set(study.version, mark(study));
      known.delete(key);
      known.set(key, own);
      for (const [oldest, all] of known) {
        if (n <= MOST || known.size === 1) break;
        known.delete(oldest);
        n -= all.size;
      }
    },
    under: (key, told, back) => {
      const all = allUnder(key, told);
      return all.includes(back) ? back : (all.at(-1) ?? null);
    },
    allUnder,
    differs: (key, study) => {
      const one = known.get(key)?.get(study.version);
      return one !== undefined && one !== mark(study);
    },
  };
}
