/** The recommendations of a consultation: what should change, what should stay, and what became of each. */
import { useEffect, useState } from 'preact/hooks';
import {
  inTeamsOrder,
  KINDS,
  type Recommendation,
  type RecommendationKind,
} from '../../../core/recommendations/types.ts';
import { byDots } from '../../../core/checked.ts';
import { MOST_CHECKED } from '../../../core/checking.ts';
import type { RecommendationsPage } from '../../../core/recommendations/api.ts';
import { REFUSALS } from '../../../core/refusals.ts';
import { AloneReminder } from '../pages/alone/remind.tsx';
import { useUndoKeys } from '../pages/editor/undoKeys.ts';
import { announce, Shell } from '../pages/parts/shell.tsx';
import { may } from '../staff.ts';
import { Add } from './add.tsx';
import { Saved, Steps, Troubles } from './bar.tsx';
import { PrintSheets } from '../live/checkPrint.tsx';
import { Card } from './card.tsx';
import { OrderSwitch, type Order } from './checked.tsx';
import type { Desk } from './desk.ts';
import { useFacts } from './facts.ts';
import { useDesk } from './useDesk.ts';
import { say } from './words.ts';
import '../pages/pages.css';
import './page.css';
import './edit.css';

/** @param props.id of the consultation */
export default function RecommendationsShown({ id }: { id: string }) {
  const desk = useDesk(id);
  useUndoKeys(desk);
  const page = desk.page.value;
  const link = desk.link.value;
  return (
    <Shell
      page={page === null ? say('page') : say('page.of', { title: page.title })}
      sample={page?.sample === true}
      ways={{ id, at: 'recommendations' }}
      head={
        page !== null &&
        typeof link !== 'object' && (
          <div class="steps">
            <Saved desk={desk} />
            {may('POST /api/consultations/:id/recommendations') && <Steps desk={desk} />}
            <PrintSheets
              consultation={id}
              order={{
                session: null,
                recommendations: desk.list.value.map((one) => one.id).slice(0, MOST_CHECKED),
              }}
              small
            />
          </div>
        )
      }
    >
      <div class="rec-page">
        <h1>
          <span>{say('page')}</span> {page !== null && <bdi>{page.title}</bdi>}
        </h1>
        <p class="rec-team">{say('team')}</p>
        <AloneReminder id={id} kinds={['told']} />
        {typeof link === 'object' ? (
          <p role="alert">{REFUSALS[link.refusal].wording}</p>
        ) : page === null ? (
          <p role="status">{say(link === 'away' ? 'loading.away' : 'loading')}</p>
        ) : (
          <Lists desk={desk} id={id} page={page} />
        )}
      </div>
    </Shell>
  );
}

/** `#rec-ID` opens one, `#new=KEY` begins one that rests on that. */
function asked(): { open: string; from: string } {
  const hash = decodeURIComponent(location.hash.slice(1));
  return {
    open: hash.startsWith('rec-') ? hash.slice(4) : '',
    from: hash.startsWith('new=') ? hash.slice(4) : '',
  };
}

function Lists({ desk, id, page }: { desk: Desk; id: string; page: RecommendationsPage }) {
  const { today, answerDue, floor, checked } = page;
  const [order, setOrder] = useState<Order>('team');
  const facts = useFacts(id);
  const [open, setOpen] = useState(() => asked().open);
  const [from, setFrom] = useState(() => asked().from);
  const [waiting, setWaiting] = useState(false);
  const writes = may('POST /api/consultations/:id/recommendations');
  const all = desk.list.value;
  const unanswered = all.filter(({ answer }) => answer === '');
  useEffect(() => {
    document.getElementById(`rec-${asked().open}`)?.scrollIntoView({ block: 'start' });
  }, []);
  const openOne = (one: string): void => {
    history.replaceState(null, '', one === '' ? location.pathname : `#rec-${one}`);
    setOpen(one);
  };
  return (
    <>
      {all.length > 0 && (
        <div class="rec-bar">
          <button
            type="button"
            class="button small rec-filter"
            aria-pressed={waiting}
            onClick={() => setWaiting(!waiting)}
          >
            {say('filter.waiting', { n: unanswered.length })}
          </button>
        </div>
      )}
      <Troubles desk={desk} />
      <OrderSwitch sessions={checked} order={order} choose={setOrder} />
      {all.length === 0 ? (
        <section class="empty">
          <h2>{say('none')}</h2>
          <p>{say('none.text')}</p>
        </section>
      ) : waiting && unanswered.length === 0 ? (
        <p class="empty">{say('filter.none')}</p>
      ) : (
        KINDS.map((kind) => {
          const list = inTeamsOrder(all, kind);
          const places = byDots(list, checked);
          const inOrder = order === 'team' ? list : places.map(({ one }) => one);
          const shown = waiting
            ? inOrder.filter(({ answer, id: one }) => answer === '' || one === open)
            : inOrder;
          return (
            <section key={kind} class="rec-list" aria-labelledby={`list-${kind}`}>
              <h2 id={`list-${kind}`}>{say(`list.${kind}`)}</h2>
              {list.length === 0 && <p class="hint">{say(`list.${kind}.none`)}</p>}
              <ol>
                {shown.map((one) => (
                  <Card
                    key={one.id}
                    desk={desk}
                    facts={facts}
                    one={one}
                    number={list.indexOf(one) + 1}
                    last={list.length}
                    today={today}
                    answerDue={answerDue}
                    floor={floor}
                    checked={checked}
                    place={placeOf(places, one.id)}
                    writes={writes}
                    moves={writes && order === 'team'}
                    open={open === one.id}
                    toggle={() => openOne(open === one.id ? '' : one.id)}
                    move={(by) => move(desk, kind, one, by)}
                  />
                ))}
              </ol>
            </section>
          );
        })
      )}
      {writes && (
        <Add
          desk={desk}
          facts={facts}
          from={from}
          added={(one) => {
            setFrom('');
            openOne(one);
          }}
          without={() => {
            setFrom('');
            openOne('');
          }}
        />
      )}
      {writes && all.length > 1 && order === 'team' && <p class="hint">{say('order.hint')}</p>}
    </>
  );
}

function placeOf(places: ReturnType<typeof byDots>, id: string): { n: number; shared: boolean } | null {
  const n = places.find(({ one }) => one.id === id)?.place ?? null;
  return n === null ? null : { n, shared: places.filter(({ place }) => place === n).length > 1 };
}

/** Every place is written anew where it is another: two that another window put in one place come apart. */
function move(desk: Desk, kind: RecommendationKind, one: Recommendation, by: -1 | 1): void {
  const list = inTeamsOrder(desk.list.peek(), kind);
  const at = list.findIndex(({ id }) => id === one.id);
  const to = at + by;
  if (at < 0 || to < 0 || to >= list.length) return;
  const moved = list.filter(({ id }) => id !== one.id);
  moved.splice(to, 0, one);
  desk.perform(
    moved.flatMap((each, i) =>
      each.order === i + 1 ? [] : [{ key: each.id, was: { order: each.order }, set: { order: i + 1 } }],
    ),
  );
  announce(say('moved.to', { n: to + 1 }));
  // It is drawn anew in its place, and the keys go on from there.
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-rec="${one.id}"]`)?.focus());
}
