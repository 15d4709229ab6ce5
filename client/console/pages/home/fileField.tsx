/** A field for files: the browser's own, which every keyboard and screen reader knows. */
import { useContext } from 'preact/hooks';
import { Faults, fieldId } from '../parts/fields.tsx';

interface Props {
  path: string;
  label: string;
  hint: string;
  accept: string;
  multiple?: boolean;
  /** Choose a folder with everything in it. */
  folder?: boolean;
  onFiles: (files: File[]) => void;
}

export function FileField({ path, label, hint, accept, multiple = false, folder = false, onFiles }: Props) {
  const id = fieldId(path);
  const fault = useContext(Faults).find((f) => f.where === path);
  return (
    <div class={fault === undefined ? 'field' : 'field field-fault'}>
      <label for={id}>{label}</label>
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
      {fault !== undefined && (
        <p class="fault" id={`${id}-fault`}>
          {fault.text}
        </p>
      )}
      <input
        id={id}
        type="file"
        aria-invalid={fault !== undefined}
        aria-describedby={fault === undefined ? `${id}-hint` : `${id}-hint ${id}-fault`}
        multiple={multiple}
        {...(folder ? { webkitdirectory: true } : { accept })}
        onChange={(event) => onFiles([...(event.currentTarget.files ?? [])])}
      />
    </div>
  );
}
