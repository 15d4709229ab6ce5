/** Where a file of software for qualitative analysis is to come in. */
import { useEffect, useState } from 'preact/hooks';
import type { ConsultationListItem } from '../../../../core/api.ts';
import { api } from '../../api.ts';
import { say } from '../say.ts';

const QDE = 'project.qde';
/** The directory of a zip stands at its end. */
const TAIL = 1 << 16;

/** By what is in it where it is a zip, since a name can change on the way; else by its ending. */
export async function isQda(file: File): Promise<boolean> {
  if (/\.(?:qdpx|qdc|qde)$/iu.test(file.name)) return true;
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return first === 0x50 && second === 0x4b && (await file.slice(-TAIL).text()).includes(QDE);
}

/** @param props.value id of a consultation; empty: where the texts came from, or a new one */
export function QdaInto({ value, onInput }: { value: string; onInput: (id: string) => void }) {
  const [list, setList] = useState<readonly ConsultationListItem[]>([]);
  useEffect(() => {
    void api.consultations().then((result) => {
      if (result.ok) setList(result.value);
    });
  }, []);
  return (
    <div class="field">
      <label for="qda-into">{say('qda.into')}</label>
      <p class="hint" id="qda-into-hint">
        {say('qda.into.hint')}
      </p>
      <select
        id="qda-into"
        class="select"
        aria-describedby="qda-into-hint"
        value={value}
        onChange={(event) => onInput(event.currentTarget.value)}
      >
        <option value="">{say('qda.into.new')}</option>
        {list.map(({ id, title }) => (
          <option key={id} value={id}>
            {title === '' ? say('home.untitled') : title}
          </option>
        ))}
      </select>
    </div>
  );
}
