/** What was passed on, as the lead reads it. It is nowhere but on this page, and gone when that is left. */
import { useState } from 'preact/hooks';
import type { ConcernsOpened } from '../../../../core/apiConcerns.ts';
import { capMarks } from '../../../../core/text.ts';
import { api } from '../../api.ts';
import { sayDate } from '../../words.ts';
import { say, sayRefusal } from '../say.ts';

interface Props {
  id: string;
  passphrase: string;
  found: ConcernsOpened;
  settled: (left: ConcernsOpened) => void;
}

export function Opened({ id, passphrase, found, settled }: Props) {
  const { items, unread } = found;
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
          <Settle
            word={say('con.settle')}
            hint={say('con.settle.hint')}
            asking={asking === item.id}
            ask={(on) => setAsking(on ? item.id : null)}
            settle={() => void settle(item.id)}
          />
        </article>
      ))}
      {unread.length > 0 && <p class="caution">{say('con.unread', { n: unread.length })}</p>}
      {unread.map(({ id: concern, date, why }) => (
        <article class="concern" key={concern}>
          <p class="quiet">{say('con.unread.date', { date: sayDate(date) })}</p>
          <p>{say(why === 'damaged' ? 'con.unread.damaged' : 'con.unread.key')}</p>
          <Settle
            word={say('con.unread.drop')}
            hint={say('con.unread.drop.hint')}
            asking={asking === concern}
            ask={(on) => setAsking(on ? concern : null)}
            settle={() => void settle(concern)}
          />
        </article>
      ))}
    </>
  );
}

interface SettleProps {
  word: string;
  hint: string;
  asking: boolean;
  ask: (on: boolean) => void;
  settle: () => void;
}

function Settle({ word, hint, asking, ask, settle }: SettleProps) {
  if (asking)
    return (
      <div class="row">
        <span>{say('con.settle.sure')}</span>
        <button type="button" class="button danger" onClick={settle}>
          {say('con.settle.yes')}
        </button>
        <button type="button" class="button" onClick={() => ask(false)}>
          {say('con.settle.no')}
        </button>
      </div>
    );
  return (
    <div class="row">
      <button type="button" class="button" onClick={() => ask(true)}>
        {word}
      </button>
      <span class="hint">{hint}</span>
    </div>
  );
}
