/** One statement's wordings from two laptops, so that every answer still points to the words it was given on. */
import type { Statement, Wording } from '../consultation.ts';
import { sameWordings } from '../consultation.ts';

interface Version {
  version: number;
  wordings: Wording[];
}

export interface MergedVersions {
  version: number;
  wordings: Wording[];
  earlier: Version[];
  /** Number of each version there to its number in the merged statement. */
  numbers: Map<number, number>;
  /** `same`: nothing new; `corrected`: there is a later correction; `differ`: one number, two texts. */
  outcome: 'same' | 'corrected' | 'differ';
}

function versionsOf(statement: Statement): Version[] {
  const { version, wordings, earlier } = statement;
  return [...earlier, { version, wordings }];
}

function startsWith(list: readonly Version[], start: readonly Version[]): boolean {
  return start.every((v, i) => {
    const other = list[i];
    return other !== undefined && other.version === v.version && sameWordings(other.wordings, v.wordings);
  });
}

/**
 * Merges the versions. Where one list goes on from the other, the longer one counts. Where they part,
 * the wording that is in use here stays in use, and texts that only there has are kept as earlier
 * versions under new numbers; the current one then takes the highest number again.
 */
export function mergeVersions(here: Statement, there: Statement): MergedVersions {
  const [ours, theirs] = [versionsOf(here), versionsOf(there)];
  const same = (list: readonly Version[]): Map<number, number> =>
    new Map(list.map((v) => [v.version, v.version]));
  const { version, wordings, earlier } = here;
  if (startsWith(ours, theirs)) return { version, wordings, earlier, numbers: same(theirs), outcome: 'same' };
  if (startsWith(theirs, ours)) {
    const longer = { version: there.version, wordings: there.wordings, earlier: there.earlier };
    return { ...longer, numbers: same(theirs), outcome: 'corrected' };
  }
  const all = [...ours];
  const numbers = new Map<number, number>();
  for (const theirVersion of theirs) {
    const known = all.find((v) => sameWordings(v.wordings, theirVersion.wordings));
    const number = known?.version ?? Math.max(...all.map((v) => v.version)) + 1;
    if (known === undefined) all.push({ version: number, wordings: theirVersion.wordings });
    numbers.set(theirVersion.version, number);
  }
  const added = all.length > ours.length;
  const top = Math.max(...all.map((v) => v.version)) + 1;
  return added
    ? { version: top, wordings, earlier: all, numbers, outcome: 'differ' }
    : { version, wordings, earlier, numbers, outcome: 'same' };
}
