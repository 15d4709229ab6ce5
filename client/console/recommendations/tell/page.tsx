/** Telling people what became of it: what stands on the page and the poster, making them, and publishing the page. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { findPersonal } from '../../../../core/personal/findPersonal.ts';
import type { PersonalLists } from '../../../../core/personal/types.ts';
import type { RecommendationsPage, Telling } from '../../../../core/recommendations/api.ts';
import { pageAddress } from '../../../../core/recommendations/pageAddress.ts';
import { inTeamsOrder, KINDS, type Recommendation } from '../../../../core/recommendations/types.ts';
import { capMarks } from '../../../../core/text.ts';
import { isRefusal, type Refusal } from '../../../../core/refusal.ts';
import { REFUSALS } from '../../../../core/refusals.ts';
import { TextField } from '../../pages/parts/fields.tsx';
import { announce, Shell } from '../../pages/parts/shell.tsx';
import { WorkDialog } from '../../pages/report/work.tsx';
import { sayDate } from '../../words.ts';
import { askTelling, askThemes, orderTelling, previewPath, publishTelling, withdrawTelling } from '../ask.ts';
import { Saved, Steps, Troubles } from '../bar.tsx';
import type { Desk } from '../desk.ts';
import { useUntilTold } from '../untilTold.ts';
import { oddWords } from '../odd.ts';
import { useDesk } from '../useDesk.ts';
import { lists, marksOf, say } from '../words.ts';
import '../../pages/pages.css';
import '../page.css';
import '../edit.css';
import './page.css';

/** @param props.id of the consultation */
export default function TellPage({ id }: { id: string }) {
  const desk = useDesk(id);
  const own = useUntilTold(askThemes, id)?.about?.lists ?? null;
  const page = desk.page.value;
  const link = desk.link.value;
  return (
    <Shell
      page={page === null ? say('tell.page') : say('tell.page.of', { title: page.title })}
      sample={page?.sample === true}
      ways={{ id, at: 'told' }}
      head={
        page !== null &&
        typeof link !== 'object' && (
          <div class="steps">
            <Saved desk={desk} />
            <Steps desk={desk} />
          </div>
        )
      }
    >
      <div class="rec-page">
        <h1>
          <span>{say('tell.page')}</span> {page !== null && <bdi>{page.title}</bdi>}
        </h1>
        <p>{say('tell.lead')}</p>
        {typeof link === 'object' ? (
          <p role="alert">{REFUSALS[link.refusal].wording}</p>
        ) : page === null ? (
          <p role="status">{say(link === 'away' ? 'loading.away' : 'loading')}</p>
        ) : desk.list.value.length === 0 ? (
          <section class="empty">
            <h2>{say('tell.none')}</h2>
            <p>
              <a href={`/console/c/${id}/recommendations`}>{say('tell.none.do')}</a>
            </p>
          </section>
        ) : (
          <div class="tell">
            <Which desk={desk} own={own} page={page} />
            <Ways id={id} desk={desk} floor={page.floor} />
          </div>
        )}
      </div>
    </Shell>
  );
}

interface WhichProps {
  desk: Desk;
  own: PersonalLists | null;
  page: RecommendationsPage;
}

function Which({ desk, own, page }: WhichProps) {
  return (
    <section aria-labelledby="tell-which">
      <h2 id="tell-which">{say('tell.which')}</h2>
      <p class="hint">{say('tell.which.hint')}</p>
      <Troubles desk={desk} />
      {KINDS.map((kind) => {
        const list = inTeamsOrder(desk.list.value, kind);
        if (list.length === 0) return null;
        return (
          <fieldset key={kind} class="tell-list">
            <legend>{say(`list.${kind}`)}</legend>
            {list.map((one) => (
              <div key={one.id} class="tell-one">
                <label class="check">
                  <input
                    type="checkbox"
                    checked={one.told}
                    onChange={(event) =>
                      desk.perform([
                        { key: one.id, was: { told: one.told }, set: { told: event.currentTarget.checked } },
                      ])
                    }
                  />
                  <span dir="auto">{capMarks(one.text)}</span>
                </label>
                <p class="rec-marks">
                  {marksOf(one, page).map(({ words, kind: how }) => (
                    <span key={words} class={`rec-mark rec-${how}`}>
                      {words}
                    </span>
                  ))}
                </p>
                {one.told && <Signs one={one} own={own} />}
                {one.told &&
                  oddWords(one, page).map((words) => (
                    <p key={words} class="tell-signs">
                      {words}
                    </p>
                  ))}
              </div>
            ))}
          </fieldset>
        );
      })}
    </section>
  );
}

/** What may name or point at somebody, in all that would stand on the page; nothing is changed by it. */
function Signs({ one, own }: { one: Recommendation; own: PersonalLists | null }) {
  const listed = own ?? { names: [], places: [] };
  const texts = [one.text, one.points, one.to, one.answerWords, one.why, one.done];
  const found = texts.flatMap((text) =>
    findPersonal(text, { ...listed, staff: [] }).map(({ from, to }) => text.slice(from, to)),
  );
  if (found.length === 0) return null;
  return <p class="tell-signs">{say('tell.signs', { list: lists.format([...new Set(found)]) })}</p>;
}

function Ways({ id, desk, floor }: { id: string; desk: Desk; floor: number }) {
  const [telling, setTelling] = useState<Telling | null>(null);
  const [refused, setRefused] = useState<Refusal | null>(null);
  const [job, setJob] = useState<string | null>(null);
  const [address, setAddress] = useState('');
  const take = useCallback((answer: Telling | Refusal): boolean => {
    setRefused(isRefusal(answer) ? answer : null);
    if (!isRefusal(answer)) setTelling(answer);
    return !isRefusal(answer);
  }, []);
  // Asked anew as something was saved: whether the page reads differently since.
  const saved = desk.waiting.value === 0 ? JSON.stringify(desk.list.value) : '';
  useEffect(() => {
    if (saved !== '') void askTelling(id).then(take);
  }, [saved, id, take]);
  const act = async (how: (of: string) => Promise<Telling | Refusal>, told: string): Promise<void> => {
    if (take(await how(id))) announce(told);
  };
  const order = async (): Promise<void> => {
    const begun = await orderTelling(id, address);
    setRefused(isRefusal(begun) ? begun : null);
    if (!isRefusal(begun)) setJob(begun.id);
  };
  const busy = desk.waiting.value > 0;
  const read = pageAddress(address);
  return (
    <aside class="tell-ways" aria-label={say('tell.title')}>
      <section class="tell-box">
        <a class="button button-main" href={previewPath(id)} target="_blank" rel="noreferrer">
          {say('tell.preview')}
        </a>
        <TextField
          path="tell.address"
          label={say('tell.address')}
          hint={say('tell.address.hint')}
          value={address}
          onInput={setAddress}
        />
        {read === null && (
          <p class="problem" role="status">
            {say('tell.address.bad')}
          </p>
        )}
        <button type="button" class="button" disabled={busy || read === null} onClick={() => void order()}>
          {say('tell.files')}
        </button>
        <p class="hint">{say('tell.files.hint')}</p>
        {refused !== null && (
          <p class="problem" role="alert">
            {REFUSALS[refused.refusal].wording}
          </p>
        )}
      </section>
      <section class="tell-box" aria-labelledby="tell-public">
        <h2 id="tell-public">{say('tell.public')}</h2>
        {telling === null || telling.publishedOn === '' ? (
          <>
            <p>{say('tell.public.not')}</p>
            <button
              type="button"
              class="button"
              disabled={busy || telling === null}
              onClick={() => void act(publishTelling, say('tell.published'))}
            >
              {say('tell.publish')}
            </button>
          </>
        ) : (
          <>
            <p>{say('tell.public.is', { date: sayDate(telling.publishedOn) })}</p>
            <p class="tell-address">
              <a href={`/told/${id}`} target="_blank" rel="noreferrer">
                {telling.address}
              </a>
            </p>
            {telling.changed && (
              <>
                <p class="caution">{say('tell.public.changed')}</p>
                <button
                  type="button"
                  class="button"
                  disabled={busy}
                  onClick={() => void act(publishTelling, say('tell.published'))}
                >
                  {say('tell.again')}
                </button>
              </>
            )}
            <button
              type="button"
              class="button"
              onClick={() => void act(withdrawTelling, say('tell.withdrawn'))}
            >
              {say('tell.withdraw')}
            </button>
          </>
        )}
      </section>
      <section class="tell-leaves" aria-labelledby="tell-leaves">
        <h2 id="tell-leaves">{say('tell.leaves')}</h2>
        <ul>
          <li>{say('tell.leaves.1')}</li>
          <li>{say('tell.leaves.2', { floor })}</li>
          <li>{say('tell.leaves.3')}</li>
          <li>{say('tell.leaves.4', { floor })}</li>
          <li>{say('tell.leaves.5')}</li>
        </ul>
      </section>
      {job !== null && (
        <WorkDialog
          job={job}
          ordered
          words={{ another: say('tell.work.another'), cancelled: say('tell.work.cancelled') }}
          another={() => {
            setJob(null);
            void order();
          }}
          close={() => setJob(null)}
          hide={() => setJob(null)}
        />
      )}
    </aside>
  );
}
