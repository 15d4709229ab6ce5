/** The log of who did what. It holds nothing about participants, and goes after a stated time. */
import { STAFF } from '../../../core/limits.ts';
import type { AuditEntry, AuditKind } from '../../../core/staffApi.ts';
import type { Asker } from '../../../core/staff.ts';
import type { StaffStore } from '../../store/staffStore.ts';

const DAY_MS = 24 * 60 * 60_000;

export interface Audit {
  /**
   * Writes down that something was done; durable when the promise resolves.
   *
   * @param who null: a sign-in that was refused
   * @param about the id of the consultation, and a role, a device's name, a number or kinds of files
   */
  note(who: Asker | null, what: AuditKind, about?: { consultation?: string; detail?: string }): Promise<void>;
  /** The newest first. `titleOf` names the consultations that are still here. */
  list(titleOf: ReadonlyMap<string, string>): Promise<AuditEntry[]>;
  /** Removes what is too old. */
  sweep(): Promise<void>;
}

/**
 * @param now milliseconds since 1970, as the laptop shows them
 * @param believed whether what it shows is believed
 */
export function makeAudit(
  store: StaffStore,
  now: () => number,
  believed = async (): Promise<boolean> => true,
): Audit {
  return {
    note: (who, what, { consultation = '', detail = '' } = {}) =>
      store.addAudit({
        at: now(),
        place: who?.place ?? 'nobody',
        role: who?.role ?? null,
        name: who?.name ?? '',
        what,
        consultation,
        detail,
      }),
    list: async (titleOf) => {
      const from = now() - STAFF.auditDays * DAY_MS;
      const entries = (await store.audit()).filter(({ at }) => at >= from);
      return entries.map((entry) => {
        const title = titleOf.get(entry.consultation);
        return title === undefined ? entry : { ...entry, title };
      });
    },
    sweep: async () => {
      // A clock that jumped ahead by years would take all of it.
      const before = (await believed()) ? now() - STAFF.auditDays * DAY_MS : 0;
      await store.dropAudit(before, STAFF.auditEntries);
    },
  };
}
