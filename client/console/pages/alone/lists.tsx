/** What waits, as the lead reads it. It is nowhere but on this page, and gone when that is left. */
import { useState } from 'preact/hooks';
import type { AloneOpened, TalkItem, TellItem } from '../../../../core/apiAlone.ts';
import type { AloneKind, AloneSafe } from '../../../../core/alone.ts';
import type { AloneEnd } from '../../../../core/schemaAlone.ts';
import { capMarks } from '../../../../core/text.ts';
import { sayDate } from '../../words.ts';
import { say, sayRefusal } from '../say.ts';
import { settleAlone } from './ask.ts';

interface Props {
  id: string;
  passphrase: string;
  found: AloneOpened;
  settled: (left: AloneOpened) => void;
  close: () => void;
}

type Settle = (kind: AloneKind, wish: string, as: AloneEnd) => void;

export function Lists({ id, passphrase, found, settled, close }: Props) {
  const [failed, setFailed] = useState('');
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState(false);
  const { talk, told, unread } = found;

  async function end(kind: AloneKind, wish: string, as: AloneEnd): Promise<void> {
    if (busy) return;
    setBusy(true);
    setFailed('');
    setMade(false);
    const result = await settleAlone(id, kind, wish, { passphrase, as });
    setBusy(false);
    if (!result.ok && result.refusal?.refusal === 'no-such-note') {
      setFailed(say('alone.elsewhere'));
      const others = ({ id: one }: { id: string }): boolean => one !== wish;
      return settled({ talk: talk.filter(others), told: told.filter(others), unread: unread.filter(others) });
    }
    if (!result.ok) return setFailed(sayRefusal(result.refusal));
    setMade(as === 'interview');
    settled(result.value);
  }
  const settle: Settle = (kind, wish, as) => void end(kind, wish, as);

  return (
    <>
      {failed !== '' && (
        <p class="problem" role="alert" ref={(box) => box?.scrollIntoView({ block: 'center' })}>
          {failed}
        </p>
      )}
      <p role="status" class="quiet">
        {busy ? say('con.opening') : ''}
        {made && (
          <>
            {say('alone.interview.made')} <a href={`/console/c/${id}/sources`}>{say('alone.interview.go')}</a>
          </>
        )}
      </p>
      <div class="alone-list">
        <h3>{say('alone.talk')}</h3>
        {talk.length === 0 && <p class="quiet">{say('alone.talk.none')}</p>}
        {talk.map((item) => (
          <Talk key={item.id} item={item} settle={settle} />
        ))}
        <h3>{say('alone.told')}</h3>
        {told.length === 0 ? (
          <p class="quiet">{say('alone.told.none')}</p>
        ) : (
          <p class="quiet">{say('alone.told.hint')}</p>
        )}
        {told.map((item) => (
          <Tell key={item.id} item={item} settle={settle} />
        ))}
        {unread.length > 0 && <p class="caution">{say('alone.unread', { n: unread.length })}</p>}
        {unread.map((one) => (
          <article class="concern" key={one.id}>
            <From item={one} />
            <p>{say(one.why === 'damaged' ? 'alone.unread.damaged' : 'alone.unread.key')}</p>
            <Ends
              ends={[{ as: 'unread', word: say('alone.unread.drop'), sure: say('alone.done.sure') }]}
              settle={(as) => settle(one.kind, one.id, as)}
            />
          </article>
        ))}
      </div>
      <button type="button" class="button" onClick={close}>
        {say('alone.close')}
      </button>
    </>
  );
}

function From({ item }: { item: { date: string; until: string } }) {
  return <p class="quiet">{say('alone.from', { date: sayDate(item.date), until: sayDate(item.until) })}</p>;
}

function Safe({ about, safe }: { about: 'aloud' | 'write'; safe: AloneSafe }) {
  return <p class={safe === 'yes' ? '' : 'alone-not'}>{say(`alone.${about}.${safe}`)}</p>;
}

function Talk({ item, settle }: { item: TalkItem; settle: Settle }) {
  return (
    <article class="concern" aria-labelledby={`alone-${item.id}`}>
      <p class="concern-text" id={`alone-${item.id}`} dir="auto">
        {say('alone.find', { text: capMarks(item.find) })}
      </p>
      {item.when !== '' && (
        <p class="concern-text" dir="auto">
          {say('alone.when', { text: capMarks(item.when) })}
        </p>
      )}
      <Safe about="aloud" safe={item.aloud} />
      <Safe about="write" safe={item.write} />
      <From item={item} />
      {item.asked && <p>{say('alone.asked.done')}</p>}
      <Ends
        ends={[
          ...(item.asked ? [] : [{ as: 'asked' as const, word: say('alone.asked'), sure: null }]),
          {
            as: 'interview',
            word: say('alone.interview'),
            sure: say('alone.interview.sure'),
            yes: say('alone.yes.interview'),
          },
          { as: 'not-any-more', word: say('alone.not-any-more'), sure: say('alone.not-any-more.sure') },
        ]}
        settle={(as) => settle('talk', item.id, as)}
      />
    </article>
  );
}

function Tell({ item, settle }: { item: TellItem; settle: Settle }) {
  return (
    <article class="concern" aria-labelledby={`alone-${item.id}`}>
      <p id={`alone-${item.id}`}>
        <strong>{say(`alone.how.${item.how}`)}</strong>
      </p>
      <p class="concern-text" dir="auto">
        {capMarks(item.where)}
      </p>
      <From item={item} />
      <Ends
        ends={[{ as: 'told', word: say('alone.done'), sure: say('alone.done.sure') }]}
        settle={(as) => settle('told', item.id, as)}
      />
    </article>
  );
}

interface End {
  as: AloneEnd;
  word: string;
  /** What is asked first; null: nothing. */
  sure: string | null;
  yes?: string;
}

function Ends({ ends, settle }: { ends: readonly End[]; settle: (as: AloneEnd) => void }) {
  const [asking, setAsking] = useState<End | null>(null);
  if (asking !== null)
    return (
      <div class="row">
        <span>{asking.sure}</span>
        <button
          type="button"
          class="button danger"
          onClick={() => {
            setAsking(null);
            settle(asking.as);
          }}
        >
          {asking.yes ?? say('alone.yes')}
        </button>
        <button type="button" class="button" onClick={() => setAsking(null)}>
          {say('alone.no')}
        </button>
      </div>
    );
  return (
    <div class="row">
      {ends.map((end) => (
        <button
          key={end.as}
          type="button"
          class="button"
          onClick={() => (end.sure === null ? settle(end.as) : setAsking(end))}
        >
          {end.word}
        </button>
      ))}
    </div>
  );
}
