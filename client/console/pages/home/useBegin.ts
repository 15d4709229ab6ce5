/** Makes a consultation and goes to it, or keeps what went wrong for the form's summary. */
import { useState } from 'preact/hooks';
import type { StoredDocument } from '../../../../core/api.ts';
import type { Refusal } from '../../../../core/refusal.ts';
import type { Result } from '../../api.ts';
import type { Fault } from '../parts/fields.tsx';
import { sayRefusal } from '../say.ts';

/** Goes to the editor of a consultation. */
export function goTo(id: string): void {
  location.assign(`/console/c/${id}`);
}

export function useBegin(): {
  busy: boolean;
  faults: readonly Fault[];
  fail: (where: string, text: string) => void;
  refused: (refusal: Refusal | null) => void;
  begin: (make: () => Promise<Result<StoredDocument>>) => Promise<void>;
  /** What was asked for, or null when it was refused. */
  ask: <T>(what: () => Promise<Result<T>>, words?: (refusal: Refusal | null) => string) => Promise<T | null>;
} {
  const [busy, setBusy] = useState(false);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const refused = (refusal: Refusal | null): void => setFaults([{ where: '', text: sayRefusal(refusal) }]);
  async function ask<T>(what: () => Promise<Result<T>>, words = sayRefusal): Promise<T | null> {
    setBusy(true);
    setFaults([]);
    const result = await what();
    setBusy(false);
    if (result.ok) return result.value;
    setFaults([{ where: '', text: words(result.refusal) }]);
    return null;
  }
  return {
    busy,
    ask,
    faults,
    fail: (where, text) => setFaults([{ where, text }]),
    refused,
    async begin(make) {
      const made = await ask(make);
      if (made !== null && (made.warnings ?? []).length === 0) goTo(made.consultation.id);
    },
  };
}
