/** A statement's picture, with the words that stand for it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Picture, Statement } from '../../../../core/consultation.ts';
import { changeStatement } from '../edits.ts';
import { Faults, fieldId } from '../parts/fields.tsx';
import { say } from '../say.ts';
import { useEditing } from './context.ts';
import { DocField } from './docField.tsx';
import type { PictureFault } from './picture.ts';
import { readPicture, showPicture } from './picture.ts';

export function PictureField({ statement, path }: { statement: Statement; path: string }) {
  const { desk, done, focusNext } = useEditing();
  const [fault, setFault] = useState<PictureFault | null>(null);
  const { picture } = statement;
  const id = fieldId(`${path}.picture`);
  const alt = `${path}.picture.alt`;

  function put(next: Picture | null): void {
    desk.change((d) => changeStatement(d, statement.id, (s) => ({ ...s, picture: next })), null);
  }

  async function choose(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    const read = await readPicture(file);
    if (typeof read === 'string') setFault(read);
    else {
      setFault(null);
      put(read);
      focusNext(fieldId(alt));
    }
  }

  if (picture === null)
    return (
      <div class={fault === null ? 'field' : 'field field-fault'}>
        <label for={id}>{say('picture.label')}</label>
        <p class="hint" id={`${id}-hint`}>
          {say('picture.hint')}
        </p>
        {fault !== null && (
          <p class="fault" role="alert" id={`${id}-fault`}>
            {say(`picture.${fault}`)}
          </p>
        )}
        <input
          id={id}
          type="file"
          accept="image/*"
          aria-describedby={fault === null ? `${id}-hint` : `${id}-hint ${id}-fault`}
          onChange={(event) => void choose(event.currentTarget.files?.[0])}
        />
      </div>
    );
  return (
    <div class="picture" id={id} tabIndex={-1}>
      <Shown picture={picture} />
      <div>
        <Faults.Provider
          value={picture.alt.trim() === '' ? [{ where: alt, text: say('picture.alt.missing') }] : []}
        >
          <DocField
            path={alt}
            label={say('picture.alt')}
            hint={say('picture.alt.hint')}
            value={picture.alt}
            put={(d, text) =>
              changeStatement(d, statement.id, (s) =>
                s.picture === null ? s : { ...s, picture: { ...s.picture, alt: text } },
              )
            }
          />
        </Faults.Provider>
        <button
          type="button"
          class="button small"
          onClick={() => {
            put(null);
            done(say('picture.removed'), true);
            focusNext('notice-undo');
          }}
        >
          {say('picture.remove')}
        </button>
      </div>
    </div>
  );
}

function Shown({ picture }: { picture: Picture }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current !== null) void showPicture(picture, canvas.current);
  }, [picture.data]);
  return (
    <canvas ref={canvas} role="img" aria-label={picture.alt === '' ? say('picture.label') : picture.alt} />
  );
}
