/** What was passed on, as the lead reads it. It is nowhere but on this page, and gone when that is left. */
import { useState } from 'preact/hooks';
import type { ConcernItem } from '../../../../core/api.ts';
import { capMarks } from '../../../../core/text.ts';
import { api } from '../../api.ts';
import { sayDate } from '../../words.ts';
import { say, sayRefusal } from '../say.ts';

interface Props {
  id: string;
  passphrase: string;
  items: readonly ConcernItem[];
  settled: (left: ConcernItem[]) => void;
}

export function Opened({ id, passphrase, items, settled }: Props) {
  const [asking, setAsking] = useState<string | null>(null);
  const [failed, setFailed] = useState('');

  async function settle(concern: string): Promise<void> {
    const result = await api.settleConcern(id, concern, passphrase);
    setAsking(null);
    if (result.ok) settled(result.value);
    else setFailed(sayRefusal(result.refusal));
  }

  return (
    <>
      {failed !== '' && (
        <p class="problem" role="alert">
          {failed}
        </p>
      )}
      {items.map((item) => (
        <article class="concern" key={item.id} aria-labelledby={`concern-${item.id}`}>
          <p class="quiet">
            <bdi>
              {item.place === ''
                ? say('con.where.short', { session: item.session, date: sayDate(item.date) })
                : say('con.where', { session: item.session, place: item.place, date: sayDate(item.date) })}
            </bdi>
          </p>
          <p class="concern-text" id={`concern-${item.id}`} dir="auto">
            {capMarks(item.text)}
          </p>
          <p class="quiet">{say('con.on', { text: item.statement })}</p>
          {item.told !== '' && <p class="quiet">{say('con.told', { text: item.told })}</p>}
          {asking === item.id ? (
            <div class="row">
              <span>{say('con.settle.sure')}</span>
              <button type="button" class="button danger" onClick={() => void settle(item.id)}>
                {say('con.settle.yes')}
              </button>
              <button type="button" class="button" onClick={() => setAsking(null)}>
                {say('con.settle.no')}
              </button>
            </div>
          ) : (
            <div class="row">
              <button type="button" class="button" onClick={() => setAsking(item.id)}>
                {say('con.settle')}
              </button>
              <span class="hint">{say('con.settle.hint')}</span>
            </div>
          )}
        </article>
      ))}
    </>
  );
}
