/** Cards with codes for later: made at once, shown once, printed. */
import { useState } from 'preact/hooks';
import { showLaterCode } from '../../../core/id.ts';
import { LIMITS } from '../../../core/limits.ts';
import { isRefusal } from '../../../core/refusal.ts';
import type { ConsoleView } from '../../../core/view.ts';
import { sayDate } from '../words.ts';
import { ask } from './ask.ts';
import './rights.css';
import { refusalWords, type Desk } from './desk.ts';
import { Dialog } from './dialog.tsx';
import { say } from './words.ts';

const USUAL = 12;

export function CardsDialog({ desk, view }: { desk: Desk; view: ConsoleView }) {
  const [n, setN] = useState(USUAL);
  const [codes, setCodes] = useState<readonly string[]>([]);
  const [told, setTold] = useState('');
  const close = (): void => void (desk.dialog.value = null);
  const make = async (event: Event): Promise<void> => {
    event.preventDefault();
    const answer = await ask<{ codes: string[] }>('POST', `sessions/${view.session.id}/cards`, { cards: n });
    if (isRefusal(answer)) setTold(refusalWords(answer));
    else setCodes(answer.codes);
  };
  if (codes.length > 0)
    return (
      <Dialog wide title={say('cards.title')} close={close}>
        <div class="cards-head">
          <p>{say('cards.once')}</p>
          <button type="button" class="button button-main" onClick={() => window.print()}>
            {say('cards.print')}
          </button>
        </div>
        <ul class="code-cards">
          {codes.map((code) => (
            <li key={code}>
              <Card code={code} view={view} />
            </li>
          ))}
        </ul>
      </Dialog>
    );
  return (
    <Dialog title={say('cards.title')} close={close}>
      <form class="form" onSubmit={(event) => void make(event)}>
        <p>{say('cards.text')}</p>
        <p>{say('cards.deal')}</p>
        <label class="field field-short">
          <span>{say('cards.n')}</span>
          <input
            type="number"
            min={1}
            max={LIMITS.cardsAtOnce}
            required
            value={n}
            onInput={(event) => setN(event.currentTarget.valueAsNumber || 1)}
          />
        </label>
        <div class="dialog-buttons">
          <p role="status" class="form-told">
            {told}
          </p>
          <button type="submit" class="button button-main">
            {say('cards.make')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function Card({ code, view }: { code: string; view: ConsoleView }) {
  const { withdrawUntil } = view.session;
  return (
    <article>
      <p class="code-card-title">{view.title}</p>
      <p class="code-card-code">{showLaterCode(code)}</p>
      <p>
        {withdrawUntil === null ? say('cards.now') : say('cards.until', { date: sayDate(withdrawUntil) })}{' '}
        {say('cards.secret')}
      </p>
      <p>{say('cards.how')}</p>
      {withdrawUntil !== null && <p>{say('cards.where', { address: `${view.address}/j` })}</p>}
    </article>
  );
}
