/** A text field of the consultation: typed into the document, one undo step for each visit. */
import type { ComponentChildren } from 'preact';
import type { Consultation } from '../../../../core/consultation.ts';
import { TextField } from '../parts/fields.tsx';
import { useEditing } from './context.ts';

interface Props {
  path: string;
  label: ComponentChildren;
  hint?: string;
  area?: boolean;
  rows?: number;
  hideLabel?: boolean;
  lang?: string;
  readOnly?: boolean;
  class?: string;
  leftEmpty?: string | undefined;
  caution?: string | undefined;
  value: string;
  /** The document with this text in its place. */
  put: (doc: Consultation, text: string) => Consultation;
  onKeyDown?: (event: KeyboardEvent) => void;
  onPaste?: (event: ClipboardEvent) => void;
}

export function DocField({ put, ...field }: Props) {
  const { desk } = useEditing();
  return (
    <TextField
      {...field}
      onInput={(text) => desk.change((doc) => put(doc, text), field.path)}
      onBlur={() => desk.settle()}
    />
  );
}
