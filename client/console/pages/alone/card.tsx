/** Typing in what a printed card says. It is sealed on this device, as if its writer had sent it from a phone. */
import { useRef, useState } from 'preact/hooks';
import {
  ALONE_PLAIN,
  ALONE_SAFE,
  ALONE_TEXT,
  type AloneKind,
  type AloneSafe,
  type TalkWish,
  type TellWish,
} from '../../../../core/alone.ts';
import type { AlonePage } from '../../../../core/apiAlone.ts';
import { cleanLine, cleanText, codePoints } from '../../../../core/text.ts';
import { sealTo } from '../../../shared/sealTo.ts';
import { useUnsaved } from '../../useUnsaved.ts';
import { sayDate } from '../../words.ts';
import { Radios } from '../parts/choices.tsx';
import { Faults, TextField, type Fault } from '../parts/fields.tsx';
import { Summary } from '../parts/summary.tsx';
import { say, sayRefusal } from '../say.ts';
import { sendCard } from './ask.ts';

interface Props {
  id: string;
  recipient: string;
  sessions: AlonePage['sessions'];
  taken: () => void;
}

const EMPTY = {
  find: '',
  when: '',
  aloud: 'unsure' as AloneSafe,
  write: 'unsure' as AloneSafe,
  safe: 'unsure' as AloneSafe,
  how: 'speak' as TellWish['how'],
  where: '',
};
type Card = typeof EMPTY;

const SAFE = ALONE_SAFE.map((value) => ({ value, label: say(`alone.card.${value}`) }));

function newRequest(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function CardForm({ id, recipient, sessions, taken }: Props) {
  const [kind, setKind] = useState<AloneKind>('talk');
  const [session, setSession] = useState(sessions.at(-1)?.id ?? '');
  const [card, setCard] = useState(EMPTY);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [state, setState] = useState<'' | 'busy' | 'sent'>('');
  // One card is one request, however often it is pressed until the laptop has answered: whether it was taken is not known.
  const [random, setRandom] = useState(newRequest);
  const latest = useRef(card);
  latest.current = card;
  const put = (part: Partial<Card>): void => {
    setCard((now) => ({ ...now, ...part }));
    setState((was) => (was === 'busy' ? was : ''));
  };
  useUnsaved(JSON.stringify(card) !== JSON.stringify(EMPTY));
  const unsafe = kind === 'told' && card.safe !== 'yes';

  async function seal(): Promise<void> {
    const wish = wishOf(kind, card);
    if ('where' in wish && 'text' in wish) return setFaults([wish]);
    setFaults([]);
    setState('busy');
    const sealed = await sealTo(recipient, wish, ALONE_PLAIN);
    const result = await sendCard(id, { session, kind, id: random, sealed, to: recipient });
    if (!result.ok) {
      setState('');
      // Another lead since: their key comes with the page, and what was typed stays.
      if (result.refusal?.refusal === 'other-lead') taken();
      return setFaults([{ where: 'session', text: sayRefusal(result.refusal) }]);
    }
    taken();
    // Mended meanwhile, it is the same card still, and waits for another press.
    if (latest.current !== card) return setState('');
    setRandom(newRequest());
    setCard(EMPTY);
    setState('sent');
  }

  return (
    <details class="alone-card">
      <summary>{say('alone.card')}</summary>
      <p class="quiet">{say('alone.card.words')}</p>
      {sessions.length === 0 ? (
        <p>{say('alone.card.none')}</p>
      ) : (
        <form
          autocomplete="off"
          onSubmit={(event) => {
            event.preventDefault();
            if (state !== 'busy') void seal();
          }}
        >
          <Summary faults={faults} />
          <Faults.Provider value={faults}>
            <Radios
              path="kind"
              legend={say('alone.card.kind')}
              options={[
                { value: 'talk', label: say('alone.talk') },
                { value: 'told', label: say('alone.told') },
              ]}
              value={kind}
              onChange={setKind}
            />
            <div class="field">
              <label for="at-session">{say('alone.card.session')}</label>
              <select
                id="at-session"
                value={session}
                onChange={(event) => setSession(event.currentTarget.value)}
              >
                {sessions.map((one) => (
                  <option key={one.id} value={one.id}>
                    {say('con.where.short', { session: one.name, date: sayDate(one.date) })}
                  </option>
                ))}
              </select>
            </div>
            {kind === 'talk' ? <TalkFields card={card} put={put} /> : <TellFields card={card} put={put} />}
          </Faults.Provider>
          {unsafe && <p class="caution">{say('alone.card.unsafe')}</p>}
          <p role="status" class="quiet">
            {state === 'sent' ? say('alone.card.sent') : ''}
          </p>
          <button type="submit" class="button button-main" disabled={state === 'busy' || unsafe}>
            {say('alone.card.send')}
          </button>
        </form>
      )}
    </details>
  );
}

interface FieldsProps {
  card: Card;
  put: (part: Partial<Card>) => void;
}

function TalkFields({ card, put }: FieldsProps) {
  return (
    <>
      <TextField
        path="find"
        label={say('alone.card.find')}
        value={card.find}
        onInput={(find) => put({ find })}
      />
      <TextField
        path="when"
        label={say('alone.card.when')}
        value={card.when}
        area
        onInput={(when) => put({ when })}
      />
      <Radios
        path="aloud"
        legend={say('alone.card.aloud')}
        options={SAFE}
        value={card.aloud}
        onChange={(aloud) => put({ aloud })}
      />
      <Radios
        path="write"
        legend={say('alone.card.write')}
        options={SAFE}
        value={card.write}
        onChange={(write) => put({ write })}
      />
    </>
  );
}

function TellFields({ card, put }: FieldsProps) {
  return (
    <>
      <Radios
        path="safe"
        legend={say('alone.card.safe')}
        options={SAFE}
        value={card.safe}
        onChange={(safe) => put({ safe })}
      />
      {card.safe === 'yes' && (
        <>
          <Radios
            path="how"
            legend={say('alone.card.how')}
            options={[
              { value: 'speak', label: say('alone.how.speak') },
              { value: 'write', label: say('alone.how.write') },
            ]}
            value={card.how}
            onChange={(how) => put({ how })}
          />
          <TextField
            path="where"
            label={say('alone.card.where')}
            value={card.where}
            area
            onInput={(where) => put({ where })}
          />
        </>
      )}
    </>
  );
}

/** What is sealed, or what is wrong with it. */
function wishOf(kind: AloneKind, card: Card): TalkWish | TellWish | Fault {
  const fault = (where: keyof typeof ALONE_TEXT, text: string | null, needed: boolean): Fault | null => {
    if (text === null) return { where, text: say('alone.card.bad') };
    if (needed && text === '') return { where, text: say('alone.card.empty') };
    const most = ALONE_TEXT[where];
    return codePoints(text) > most ? { where, text: say('alone.card.long', { n: most }) } : null;
  };
  if (kind === 'told') {
    const where = cleanText(card.where);
    return fault('where', where, true) ?? { how: card.how, where: where ?? '' };
  }
  const [find, when] = [cleanLine(card.find), cleanText(card.when)];
  return (
    fault('find', find, true) ??
    fault('when', when, false) ?? {
      find: find ?? '',
      when: when ?? '',
      aloud: card.aloud,
      write: card.write,
    }
  );
}
