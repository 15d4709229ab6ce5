/** What every part of the editor works on. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Consultation } from '../../../../core/consultation.ts';
import type { Desk } from '../desk.ts';

export interface Editing {
  desk: Desk;
  doc: Consultation;
  /** Says and shows that something was done, with Undo beside it where something went. */
  done: (text: string, undoable: boolean) => void;
  /** Puts the focus on an element once the change has been drawn. */
  focusNext: (elementId: string) => void;
}

export const EditingContext = createContext<Editing | null>(null);

/** The document on the desk; only inside the editor. */
export function useEditing(): Editing {
  const editing = useContext(EditingContext);
  if (editing === null) throw new Error('A part of the editor stands outside it.');
  return editing;
}
