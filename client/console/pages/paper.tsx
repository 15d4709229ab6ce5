/** Printing a paper pack: what of it, for whom, and then the files. */
import { useCallback, useState } from 'preact/hooks';
import type { ConsultationPage } from '../../../core/api.ts';
import { PAPER_PARTS } from '../../../core/paper.ts';
import type { Refusal } from '../../../core/refusal.ts';
import { api } from '../api.ts';
import { languageName } from '../languages.ts';
import { sayDate } from '../words.ts';
import './pages.css';
import './editor.css';
import './report.css';
import './paper/paper.css';
import { chosenOf, firstChoice, sessionsOf, type Choice, type Chosen } from './paper/order.ts';
import { People } from './paper/people.tsx';
import { Checks, Radios } from './parts/choices.tsx';
import { Loaded, useLoaded } from './parts/loaded.tsx';
import { Shell } from './parts/shell.tsx';
import { useMaking } from './report/useMaking.ts';
import { WorkDialog } from './report/work.tsx';
import { say, sayRefusal } from './say.ts';

const SESSION = 'session';

export default function PrintPage({ id }: { id: string }) {
  const load = useCallback(async () => api.consultation(id), [id]);
  const { state, again } = useLoaded(load);
  const title = state.is === 'here' ? state.value.consultation.title : '';
  return (
    <Shell
      page={title === '' ? say('print.page') : say('print.page.of', { title })}
      sample={state.is === 'here' && state.value.consultation.sample}
      ways={{ id, at: 'paper' }}
    >
      <div class="print">
        <h1>{say('print.title')}</h1>
        {title !== '' && (
          <p class="print-title">
            <bdi>{title}</bdi>
          </p>
        )}
        <p class="hint">{say('print.hint')}</p>
        <Loaded state={state} again={again}>
          {(page) => (page.consultation.statements.length === 0 ? <Empty /> : <Order page={page} />)}
        </Loaded>
      </div>
    </Shell>
  );
}

function Empty() {
  return <p class="empty">{say('print.none')}</p>;
}

function Order({ page }: { page: ConsultationPage }) {
  const [choice, setChoice] = useState(() =>
    firstChoice(page, new URLSearchParams(location.search).get(SESSION)),
  );
  const [failed, setFailed] = useState<{ refusal: Refusal | null } | null>(null);
  const [busy, setBusy] = useState(false);
  const making = useMaking();
  const chosen = chosenOf(page, choice);
  const put = (change: Partial<Choice>): void => setChoice((now) => ({ ...now, ...change }));

  async function order(event: Event): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setFailed(null);
    const result = await api.orderPack(page.consultation.id, chosen.order);
    setBusy(false);
    if (result.ok) making.begun(result.value.id);
    else setFailed({ refusal: result.refusal });
  }

  return (
    <>
      <form class="part print-form" onSubmit={(event) => void order(event)}>
        <ForSession page={page} choice={choice} put={put} />
        <Parts choice={choice} chosen={chosen} put={put} />
        <div class="grid">
          <Radios
            path="paper"
            legend={say('print.paper')}
            value={choice.paper}
            options={(['a4', 'a3'] as const).map((value) => ({ value, label: say(`print.paper.${value}`) }))}
            onChange={(paper) => put({ paper })}
          />
          <Radios
            path="print"
            legend={say('print.print')}
            value={choice.print}
            options={(['usual', 'large'] as const).map((value) => ({
              value,
              label: say(`print.print.${value}`),
            }))}
            onChange={(print) => put({ print })}
          />
          <Language page={page} choice={choice} put={put} />
        </div>
        <People choice={choice} chosen={chosen} put={put} />
        <div class="print-foot">
          {failed !== null && (
            <p class="problem" role="alert">
              {sayRefusal(failed.refusal)}
            </p>
          )}
          <p role="status" class={chosen.fault === '' ? '' : 'fault'}>
            {chosen.fault}
          </p>
          <button
            type="submit"
            class="button button-main button-large"
            disabled={busy || chosen.fault !== ''}
          >
            {say('print.make')}
          </button>
        </div>
      </form>
      {making.open && making.job !== null && (
        <WorkDialog
          key={making.job}
          job={making.job}
          ordered={making.ordered}
          words={{ another: say('print.another'), cancelled: say('print.cancelled') }}
          another={making.close}
          close={making.close}
          hide={making.hide}
        />
      )}
    </>
  );
}

interface PartProps {
  page: ConsultationPage;
  choice: Choice;
  put: (change: Partial<Choice>) => void;
}

function ForSession({ page, choice, put }: PartProps) {
  const sessions = sessionsOf(page);
  if (sessions.length === 0) return null;
  return (
    <div class="field print-session">
      <label for="print-session">{say('print.for')}</label>
      <p class="hint" id="print-session-hint">
        {say('print.for.hint')}
      </p>
      <select
        id="print-session"
        aria-describedby="print-session-hint"
        value={choice.session ?? ''}
        onChange={(e) => put({ session: e.currentTarget.value === '' ? null : e.currentTarget.value })}
      >
        <option value="">{say('print.for.any')}</option>
        {sessions.map(({ id, name, date }) => (
          <option key={id} value={id}>
            {say('print.for.row', { name: name === '' ? say('ses.unnamed') : name, date: sayDate(date) })}
          </option>
        ))}
      </select>
    </div>
  );
}

function Parts({ choice, chosen, put }: Omit<PartProps, 'page'> & { chosen: Chosen }) {
  return (
    <div class="print-parts">
      <Checks
        path="parts"
        legend={say('print.parts')}
        value={choice.parts}
        options={PAPER_PARTS.filter((part) => part !== 'codes' || chosen.codes).map((part) => ({
          value: part,
          label: say(`print.part.${part}`),
          hint: say(`print.part.${part}.hint`),
        }))}
        onChange={(part, on) =>
          put({ parts: PAPER_PARTS.filter((one) => (one === part ? on : choice.parts.includes(one))) })
        }
      />
      {!chosen.codes && <p class="hint">{say('print.codes.not')}</p>}
    </div>
  );
}

function Language({ page, choice, put }: PartProps) {
  const { languages } = page.consultation;
  if (languages.length < 2) return null;
  return (
    <Radios
      path="lang"
      legend={say('print.lang')}
      hint={say('print.lang.hint')}
      value={choice.lang}
      options={languages.map((value) => ({ value, label: languageName(value) }))}
      onChange={(lang) => put({ lang })}
    />
  );
}
