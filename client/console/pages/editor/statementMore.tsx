/** What a statement can have besides its wording: notes, a picture, wordings of groups, its own answers. */
import { useState } from 'preact/hooks';
import type { Statement } from '../../../../core/consultation.ts';
import { changeStatement, missingWordings, setWording } from '../edits.ts';
import { fieldId } from '../parts/fields.tsx';
import { say } from '../say.ts';
import { useEditing } from './context.ts';
import { DocField } from './docField.tsx';
import { PictureField } from './pictureField.tsx';
import { OwnScale } from './scaleFields.tsx';
import { whoOf } from './whoOf.ts';

interface Props {
  statement: Statement;
  path: string;
  n: number;
  frozen: boolean;
}

export function StatementMore({ statement, path, n, frozen }: Props) {
  // A fault inside has to be findable, so what is folded away is drawn too once it has been opened.
  const [opened, setOpened] = useState(false);
  const { notes, picture, scale } = statement;
  const has = [
    ...(notes === '' ? [] : [say('st.has.notes')]),
    ...(picture === null ? [] : [say('st.has.picture')]),
    ...(statement.wordings.length < 2 ? [] : [say('st.has.wordings', { n: statement.wordings.length })]),
    ...(scale === null ? [] : [say('st.has.scale')]),
  ];
  return (
    <details class="more" onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary>
        {say('st.more')}
        <span class="visually-hidden"> {say('st.more.of', { n })}</span>
        {has.map((word) => (
          <span key={word} class="tag">
            {word}
          </span>
        ))}
      </summary>
      {(opened || picture?.alt === '') && (
        <div class="more-body">
          <DocField
            path={`${path}.notes`}
            label={say('st.notes')}
            hint={say('st.notes.hint')}
            value={notes}
            area
            put={(d, text) => changeStatement(d, statement.id, (s) => ({ ...s, notes: text }))}
          />
          <AddWording statement={statement} path={path} frozen={frozen} />
          <PictureField statement={statement} path={path} />
          <OwnScale statement={statement} path={path} frozen={frozen} />
        </div>
      )}
    </details>
  );
}

function AddWording({ statement, path, frozen }: Omit<Props, 'n'>) {
  const { desk, doc, focusNext } = useEditing();
  const missing = missingWordings(doc, statement);
  const [at, setAt] = useState(0);
  const id = fieldId(`${path}.wordings`);
  const chosen = missing[at] ?? missing[0];
  return (
    <div class="field">
      <label for={id}>{say('wording.add')}</label>
      <p class="hint" id={`${id}-hint`}>
        {chosen !== undefined
          ? say('wording.add.hint')
          : say(doc.groups.length === 0 ? 'wording.nogroups' : 'wording.none')}
      </p>
      <div class="row">
        <select
          id={id}
          aria-describedby={`${id}-hint`}
          disabled={frozen || chosen === undefined}
          value={String(at)}
          onChange={(e) => setAt(Number(e.currentTarget.value))}
        >
          {missing.map(({ group, lang }, i) => (
            <option key={`${group?.id ?? ''} ${lang}`} value={String(i)}>
              {whoOf(doc, { group: group?.id ?? null, lang })}
            </option>
          ))}
        </select>
        <button
          type="button"
          class="button small"
          disabled={frozen || chosen === undefined}
          onClick={() => {
            if (chosen === undefined) return;
            const wording = { group: chosen.group?.id ?? null, lang: chosen.lang, text: '' };
            desk.change((d) => changeStatement(d, statement.id, (s) => setWording(s, wording)), null);
            setAt(0);
            focusNext(fieldId(`${path}.wordings.${statement.wordings.length}.text`));
          }}
        >
          {say('wording.add.do')}
        </button>
      </div>
    </div>
  );
}
