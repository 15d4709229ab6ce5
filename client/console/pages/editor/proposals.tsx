/** What participants proposed: several are put together, worded, accepted or refused. Everything of it can be undone. */
import { useCallback, useEffect, useId, useState } from 'preact/hooks';
import type { FromParticipants } from '../../../../core/consultation.ts';
import { LIMITS } from '../../../../core/limits.ts';
import { keepsProposal, type ProposalItem } from '../../../../core/proposals.ts';
import { capMarks } from '../../../../core/text.ts';
import { api } from '../../api.ts';
import { refuseProposal } from '../edits.ts';
import { useLoaded } from '../parts/loaded.tsx';
import { say } from '../say.ts';
import { useEditing } from './context.ts';
import { AcceptDialog, RefuseDialog, signsSaid } from './proposalDialogs.tsx';
import './proposals.css';

type Shown = { what: 'accept'; items: ProposalItem[] } | { what: 'refuse'; item: ProposalItem };

export function Proposals() {
  const { desk, doc } = useEditing();
  const title = useId();
  const [picked, setPicked] = useState<readonly string[]>([]);
  const [shown, setShown] = useState<Shown | null>(null);
  const load = useCallback(async () => api.proposals(doc.id), [doc.id]);
  const { state, again } = useLoaded(load);
  // Sessions go on in another window meanwhile.
  useEffect(() => {
    addEventListener('focus', again);
    return () => removeEventListener('focus', again);
  }, [again]);
  if (state.is === 'loading') return null;
  const failed = (
    <p class="row" role="status">
      {say('prop.failed')}
      <button type="button" class="button small" onClick={again}>
        {say('prop.again')}
      </button>
    </p>
  );
  if (state.is === 'failed') return failed;
  const { proposals, lists } = state.value;
  const waiting = proposals.filter(({ id }) => !keepsProposal(doc, id));
  const chosen = waiting.filter(({ id }) => picked.includes(id));
  const refused = (doc.notTaken ?? []).flatMap(({ point, why }) => {
    const item = proposals.find(({ id }) => id === point);
    return item === undefined ? [] : [{ item, why }];
  });
  if (waiting.length + refused.length === 0) return null;
  const full = doc.statements.length >= LIMITS.statements;
  const pick = (id: string, on: boolean): void =>
    setPicked((ids) => (on ? [...ids, id].slice(-LIMITS.proposals) : ids.filter((one) => one !== id)));
  const close = (): void => setShown(null);
  return (
    <section class="proposals" aria-labelledby={title} tabIndex={-1} id="proposals">
      <h3 id={title}>{say('prop.title')}</h3>
      <p class="hint">{say('prop.hint')}</p>
      {state.failed !== undefined ? (
        failed
      ) : (
        <p class="row proposals-count">
          <span role="status">
            {waiting.length === 0 ? say('prop.none') : say('prop.waiting', { n: waiting.length })}
          </span>
          <button type="button" class="button small" onClick={again}>
            {say('prop.again')}
          </button>
        </p>
      )}
      <ul class="proposal-list">
        {waiting.map((item) => (
          <Waiting
            key={item.id}
            item={item}
            picked={picked.includes(item.id)}
            alone={chosen.length < 2 || !picked.includes(item.id)}
            pick={pick}
            full={full}
            signs={signsSaid(item.text, lists)}
            show={setShown}
          />
        ))}
      </ul>
      {chosen.length > 1 && (
        <button
          type="button"
          class="button button-main proposals-do"
          disabled={full}
          onClick={() => setShown({ what: 'accept', items: chosen })}
        >
          {say('prop.accept.n', { n: chosen.length })}
        </button>
      )}
      {refused.length > 0 && (
        <details class="proposals-refused">
          <summary>{say('prop.refused', { n: refused.length })}</summary>
          <ul class="proposal-list">
            {refused.map(({ item: { id, text }, why }) => (
              <li key={id} class="proposal">
                <div>
                  <p class="proposal-text" dir="auto">
                    {capMarks(text)}
                  </p>
                  <p class="quiet">{say('prop.why.is', { why: capMarks(why) })}</p>
                </div>
                <button
                  type="button"
                  class="button small"
                  onClick={() => desk.change((d) => refuseProposal(d, id, null), null)}
                >
                  {say('prop.back')}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
      {shown?.what === 'accept' && (
        <AcceptDialog
          items={shown.items}
          lists={lists}
          close={close}
          accepted={() => {
            const taken = new Set(shown.items.map(({ id }) => id));
            setPicked((ids) => ids.filter((id) => !taken.has(id)));
            close();
          }}
        />
      )}
      {shown?.what === 'refuse' && <RefuseDialog item={shown.item} close={close} />}
    </section>
  );
}

function Waiting(props: {
  item: ProposalItem;
  picked: boolean;
  /** Not ticked with others: those become one statement by the button below them, and this one's own would leave them out. */
  alone: boolean;
  pick: (id: string, on: boolean) => void;
  full: boolean;
  signs: string | undefined;
  show: (shown: Shown) => void;
}) {
  const { item, picked, alone, pick, full, signs, show } = props;
  const text = useId();
  return (
    <li class="proposal">
      <label class="proposal-pick">
        <input
          type="checkbox"
          checked={picked}
          onChange={(event) => pick(item.id, event.currentTarget.checked)}
        />
        <span class="proposal-text" id={text} dir="auto">
          {capMarks(item.text)}
        </span>
      </label>
      {signs !== undefined && <p class="caution proposal-signs">{signs}</p>}
      <span class="row">
        {alone && (
          <button
            type="button"
            class="button small"
            aria-describedby={text}
            disabled={full}
            onClick={() => show({ what: 'accept', items: [item] })}
          >
            {say('prop.accept')}
          </button>
        )}
        <button
          type="button"
          class="button small button-quiet"
          aria-describedby={text}
          onClick={() => show({ what: 'refuse', item })}
        >
          {say('prop.refuse')}
        </button>
      </span>
    </li>
  );
}

/**
 * Beside a statement: that it came from participants, and what each of them wrote.
 *
 * @param props.repeats this consultation repeats another: then nobody has to have taken back what is not here
 */
export function Proposed(props: { from: FromParticipants; n: number; repeats: boolean }) {
  const { from, n, repeats } = props;
  const by = capMarks(from.acceptedBy);
  return (
    <div class="proposed">
      <p class="proposed-title">
        {by === '' ? say('prop.from') : say('prop.from.by', { by })}
        <span class="visually-hidden"> {say('prop.from.n', { n })}</span>
      </p>
      {from.wordings.length === 0 ? (
        <p class="quiet">{say(repeats ? 'prop.from.wave' : 'prop.from.none')}</p>
      ) : (
        <ul>
          {from.wordings.map(({ point, text }) => (
            <li key={point} dir="auto">
              {capMarks(text)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
