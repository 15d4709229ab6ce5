/** The consultation on the editor's desk: its document with undo and redo, saved by itself. */
import type { ConsultationPage } from '../../../core/api.ts';
import type { Consultation } from '../../../core/consultation.ts';
import type { Refusal } from '../../../core/refusal.ts';
import type { Api } from '../api.ts';
import * as stack from '../undo.ts';
import type { Autosave, SaveState } from './autosave.ts';
import { makeAutosave } from './autosave.ts';

export interface Desk {
  document(): Consultation;
  /** Statements answered at their current version. */
  frozen(): readonly string[];
  save(): SaveState;
  canUndo(): boolean;
  canRedo(): boolean;
  /** `field` names what is being typed into, so that typing is one step; null for a step of its own. */
  change(next: (doc: Consultation) => Consultation, field: string | null): void;
  /** Typing in a field has ended. */
  settle(): void;
  undo(): void;
  redo(): void;
  /** Saves what is still unsaved, at once. */
  flush(): Promise<boolean>;
  /** Starts the next version of an answered statement; gives the refusal (null: no answer), or true. */
  correct(statement: string): Promise<true | Refusal | null>;
  /** After a change elsewhere: takes what the server has, or saves ours over it. */
  choose(whose: 'theirs' | 'mine'): Promise<void>;
}

export interface DeskPorts {
  api: Pick<Api, 'save' | 'consultation' | 'correct'>;
  later(action: () => void, ms: number): () => void;
  changed(): void;
}

export function makeDesk(page: ConsultationPage, ports: DeskPorts): Desk {
  const { id } = page.consultation;
  let history = stack.begin(page.consultation);
  let frozen: readonly string[] = page.frozen;
  const autosave: Autosave<Consultation> = makeAutosave(page.revision, {
    save: async (revision, document) => ports.api.save(revision, document),
    later: (action, ms) => ports.later(action, ms),
    changed: () => ports.changed(),
  });

  function become(next: stack.History<Consultation>): void {
    const changed = next.present !== history.present;
    history = next;
    if (changed) autosave.put(next.present);
    ports.changed();
  }

  async function correct(statement: string): Promise<true | Refusal | null> {
    await autosave.flush();
    const result = await ports.api.correct(id, autosave.revision(), statement);
    if (!result.ok) return result.refusal;
    const corrected = result.value.consultation.statements.find((s) => s.id === statement);
    frozen = frozen.filter((one) => one !== statement);
    if (corrected !== undefined)
      history = stack.rebase(history, (doc) => ({
        ...doc,
        statements: doc.statements.map((s) => (s.id === statement ? corrected : s)),
      }));
    autosave.letGo(result.value.revision);
    // Something may have been typed while the server was at work.
    if (JSON.stringify(history.present) !== JSON.stringify(result.value.consultation))
      autosave.put(history.present);
    ports.changed();
    return true;
  }

  async function choose(whose: 'theirs' | 'mine'): Promise<void> {
    const theirs = await ports.api.consultation(id);
    if (!theirs.ok) return;
    frozen = theirs.value.frozen;
    if (whose === 'mine') autosave.goOnFrom(theirs.value.revision);
    else {
      history = stack.change(history, theirs.value.consultation, null);
      autosave.letGo(theirs.value.revision);
    }
    ports.changed();
  }

  return {
    document: () => history.present,
    frozen: () => frozen,
    save: () => autosave.state(),
    canUndo: () => history.past.length > 0,
    canRedo: () => history.future.length > 0,
    change: (next, field) => become(stack.change(history, next(history.present), field)),
    settle: () => {
      history = stack.settle(history);
    },
    undo: () => become(stack.undo(history)),
    redo: () => become(stack.redo(history)),
    flush: async () => autosave.flush(),
    correct,
    choose,
  };
}
