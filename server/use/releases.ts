/** The register of what left the team. */
import type { ReleaseItem } from '../../core/api.ts';
import type { Choice } from '../../core/release/types.ts';
import { groupFlags, groupNotes, wasFlag } from '../../core/release/flagGroups.ts';
import { partName } from '../../core/release/words.ts';
import { refuse, type Refusal } from '../../core/refusal.ts';
import type { Store } from '../store/store.ts';

/** The register, newest first. */
export async function releaseList(store: Store, id: string): Promise<ReleaseItem[] | Refusal> {
  const stored = await store.consultation(id);
  if (stored === null) return refuse('no-such-consultation');
  const sessions = await store.sessions(id);
  const nameOf = (session: string): string => sessions.find((s) => s.id === session)?.name ?? session;
  const groupOf = (group: string): string =>
    stored.consultation.groups.find((g) => g.id === group)?.label ?? group;
  const unitOf = ({ groups, sessions: own }: Choice): string =>
    [...groups.map(groupOf), ...own.map(nameOf)].join(', ');
  return (await store.releases(id))
    .toReversed()
    .map(({ number, date, formats, approvedBy, notes, hash, model, entry }) => {
      const sets = entry.boards.flatMap((b) => b.figures.map((f) => f.set));
      return {
        number,
        date,
        title: model.title,
        floor: entry.floor,
        sessions: [...new Set(sets.flatMap((set) => set.sessions))].map(nameOf),
        formats,
        hash,
        approvedBy,
        notes: groupNotes(notes.filter((note) => !wasFlag(note))),
        confirmed: groupFlags(notes.filter(wasFlag), stored.consultation.rounds),
        // As they were merged, by the groups and sessions in them.
        parts: [
          ...new Set(
            sets.flatMap(({ units, others }) =>
              units === null ? [] : [partName(units.map(unitOf), others !== null)],
            ),
          ),
        ],
      };
    });
}
