/** The folder that a stick has on this laptop: chosen from what is plugged in, or typed. */
import { sayLaptop } from '../../laptopWords.ts';
import { TextField } from '../parts/fields.tsx';

interface Props {
  path: string;
  label: string;
  places: readonly string[];
  value: string;
  onInput: (value: string) => void;
}

function example(): string {
  if (/Windows/.test(navigator.userAgent)) return 'E:\\';
  return /Mac OS/.test(navigator.userAgent) ? '/Volumes/STICK' : '/media/you/STICK';
}

export function FolderField({ path, label, places, value, onInput }: Props) {
  return (
    <>
      <TextField
        path={path}
        label={label}
        hint={sayLaptop('stick.folder.hint', { example: example() })}
        value={value}
        onInput={onInput}
      />
      {places.length > 0 && (
        <div class="row">
          <span class="hint">{sayLaptop('stick.found')}</span>
          {places.map((place) => (
            <button type="button" class="button small" key={place} onClick={() => onInput(place)}>
              {place}
            </button>
          ))}
        </div>
      )}
    </>
  );
}
