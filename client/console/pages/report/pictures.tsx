/** Pictures of a chapter: each needs words for those who cannot see it, and the consent of those in it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Chapter, ReportPicture } from '../../../../core/report/document.ts';
import { LIMITS } from '../../../../core/limits.ts';
import { newId } from '../edits.ts';
import type { PictureFault } from '../editor/picture.ts';
import { readPicture, showPicture } from '../editor/picture.ts';
import { Checks } from '../parts/choices.tsx';
import { Faults, TextField, fieldId } from '../parts/fields.tsx';
import { say } from '../say.ts';
import { useWriting } from './context.ts';
import { changeChapter, changePicture } from './edits.ts';

export function Pictures({ chapter, path }: { chapter: Chapter; path: string }) {
  const { desk } = useWriting();
  const [fault, setFault] = useState<PictureFault | null>(null);
  const id = fieldId(`${path}.pictures`);
  async function choose(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    const read = await readPicture(file);
    setFault(typeof read === 'string' ? read : null);
    if (typeof read === 'string') return;
    const picture: ReportPicture = { id: newId(), ...read, credit: '', consent: false };
    desk.change(
      (d) => changeChapter(d, chapter.id, (c) => ({ ...c, pictures: [...c.pictures, picture] })),
      null,
    );
  }
  return (
    <div class="chapter-pictures">
      {chapter.pictures.map((picture, i) => (
        <OnePicture key={picture.id} chapter={chapter} picture={picture} path={`${path}.pictures.${i}`} />
      ))}
      {chapter.pictures.length < LIMITS.chapterPictures && (
        <div class={fault === null ? 'field' : 'field field-fault'}>
          <label for={id}>{say('rep.picture.add')}</label>
          {fault !== null && (
            <p class="fault" role="alert" id={`${id}-fault`}>
              {say(`picture.${fault}`)}
            </p>
          )}
          <input
            id={id}
            type="file"
            accept="image/*"
            {...(fault === null ? {} : { 'aria-describedby': `${id}-fault` })}
            onChange={(event) => {
              const input = event.currentTarget;
              void choose(input.files?.[0]).then(() => (input.value = ''));
            }}
          />
        </div>
      )}
    </div>
  );
}

function OnePicture(props: { chapter: Chapter; picture: ReportPicture; path: string }) {
  const { desk, gone } = useWriting();
  const { chapter, picture, path } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current !== null) void showPicture(picture, canvas.current);
  }, [picture.data]);
  const set = (change: Partial<ReportPicture>, field: string | null): void =>
    desk.change((d) => changePicture(d, chapter.id, picture.id, (p) => ({ ...p, ...change })), field);
  const missing =
    picture.alt.trim() === '' ? [{ where: `${path}.alt`, text: say('picture.alt.missing') }] : [];
  return (
    <div class="picture">
      <canvas ref={canvas} role="img" aria-label={picture.alt === '' ? say('picture.label') : picture.alt} />
      <div>
        <Faults.Provider value={missing}>
          <TextField
            path={`${path}.alt`}
            label={say('picture.alt')}
            hint={say('picture.alt.hint')}
            value={picture.alt}
            onInput={(alt) => set({ alt }, `${picture.id} alt`)}
            onBlur={() => desk.settle()}
          />
        </Faults.Provider>
        <TextField
          path={`${path}.credit`}
          label={say('rep.picture.credit')}
          value={picture.credit}
          onInput={(credit) => set({ credit }, `${picture.id} credit`)}
          onBlur={() => desk.settle()}
        />
        <Checks
          path={`${path}.consent`}
          legend={say('rep.picture.consent')}
          value={picture.consent ? ['yes'] : []}
          options={[
            {
              value: 'yes',
              label: say('rep.picture.consent.yes'),
              hint: picture.consent ? undefined : say('rep.picture.consent.no'),
            },
          ]}
          onChange={(_, consent) => set({ consent }, null)}
        />
        <button
          type="button"
          class="button small"
          onClick={() => {
            desk.change((d) => changePicture(d, chapter.id, picture.id, () => null), null);
            gone(say('picture.removed'));
          }}
        >
          {say('picture.remove')}
        </button>
      </div>
    </div>
  );
}
