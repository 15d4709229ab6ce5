/** The consultation on the editor's desk. */
import type { ConsultationPage } from '../../../core/api.ts';
import type { Consultation } from '../../../core/consultation.ts';
import { consultationMerger } from '../../../core/merge/consultation.ts';
import type { Refusal } from '../../../core/refusal.ts';
import type { Api, Result } from '../api.ts';
import type { Kept, SharedDesk } from './sharedDesk.ts';
import { makeSharedDesk } from './sharedDesk.ts';

export interface Desk extends SharedDesk<Consultation> {
  /** Statements answered at their current version. */
  frozen(): readonly string[];
  /** Starts the next version of an answered statement; gives the refusal (null: no answer), or true. */
  correct(statement: string): Promise<true | Refusal | null>;
}

export interface DeskPorts {
  api: Pick<Api, 'save' | 'consultation' | 'correct'>;
  later(action: () => void, ms: number): () => void;
  changed(): void;
}

type Stored = Pick<ConsultationPage, 'consultation' | 'revision'>;

const keptOf = ({ revision, consultation }: Stored): Kept<Consultation> => ({
  revision,
  document: consultation,
});

function keptIn(result: Result<Stored>): Result<Kept<Consultation>> {
  return result.ok ? { ok: true, value: keptOf(result.value) } : result;
}

export function makeDesk(page: ConsultationPage, ports: DeskPorts): Desk {
  const { id } = page.consultation;
  let frozen: readonly string[] = page.frozen;
  const { desk, revision, takeIn } = makeSharedDesk(keptOf(page), {
    merger: consultationMerger,
    async load() {
      const theirs = await ports.api.consultation(id);
      if (theirs.ok) frozen = theirs.value.frozen;
      return keptIn(theirs);
    },
    save: async (from, document) => keptIn(await ports.api.save(from, document)),
    later: (action, ms) => ports.later(action, ms),
    changed: () => ports.changed(),
  });

  async function correct(statement: string): Promise<true | Refusal | null> {
    await desk.flush();
    const result = await ports.api.correct(id, revision(), statement);
    if (!result.ok) return result.refusal;
    frozen = frozen.filter((one) => one !== statement);
    // Something may have been typed while the server was at work.
    takeIn(keptOf(result.value));
    return true;
  }

  return { ...desk, frozen: () => frozen, correct };
}
