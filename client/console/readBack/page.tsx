/** Reading back: picking what is read, printing and showing it, and noting what people correct. */
import { useMemo, useState } from 'preact/hooks';
import type { JobState } from '../../../core/api.ts';
import type { ReadBackOrder } from '../../../core/schemaReadBack.ts';
import { LIMITS } from '../../../core/limits.ts';
import { findPersonal } from '../../../core/personal/findPersonal.ts';
import { REFUSALS } from '../../../core/refusals.ts';
import type { TalkAbout } from '../../../core/talk/api.ts';
import type { ThemeCount } from '../../../core/talk/count.ts';
import { capMarks } from '../../../core/text.ts';
import { StudiesSteps, StudiesTroubles } from '../caseStudies/bar.tsx';
import type { StudiesDesk } from '../caseStudies/desk.ts';
import { useStudies } from '../caseStudies/useStudies.ts';
import { say as sayStudy } from '../caseStudies/words.ts';
import { ask } from '../live/ask.ts';
import { Shell } from '../pages/parts/shell.tsx';
import { PrintButton } from '../printButton.tsx';
import { may } from '../staff.ts';
import type { TalkDesk } from '../talk/desk.ts';
import { Troubles } from '../talk/troubles.tsx';
import { useComments } from '../talk/useComments.ts';
import { useTalk } from '../talk/useTalk.ts';
import { sayDate } from '../words.ts';
import { makePair, type Pair } from './pair.ts';
import { SaidToAll } from './said.tsx';
import { slidesOf } from './slides.ts';
import { ShowControls } from './showControls.tsx';
import { keyOf, quoteOrder, thingsOf, type Thing } from './things.ts';
import { lists, say } from './words.ts';
import '../live/dialog.css';
import '../pages/pages.css';
import '../pages/report.css';
import '../talk/talk.css';
import '../talk/themes.css';
import '../talk/themes/page.css';
import './page.css';

/** @param props.id of the consultation */
export default function ReadBackPage({ id }: { id: string }) {
  const { desk: talk } = useTalk({ consultation: id });
  const told = useStudies(id);
  const pair = useMemo(() => makePair(talk, told), [talk, told]);
  const about = talk.about.value;
  const link = typeof talk.link.value === 'object' ? talk.link.value : told.link.value;
  const steps = {
    steps: pair.steps,
    waiting: told.waiting,
    undo: () => pair.undo(),
    redo: () => pair.redo(),
  };
  return (
    <Shell
      page={about === null ? say('page') : say('page.of', { title: about.title })}
      sample={about?.sample === true}
      ways={{ id, at: 'readBack' }}
      head={
        about !== null &&
        told.about.value !== null && (
          <StudiesSteps desk={steps} also={talk.waiting.value} typing={told.typing.value > 0} />
        )
      }
    >
      <div class="theme-page">
        <h1>
          <span>{say('page')}</span> {about !== null && <bdi>{about.title}</bdi>}
        </h1>
        <p class="theme-often">{say('lead')}</p>
        {typeof link === 'object' ? (
          <p role="alert">{REFUSALS[link.refusal].wording}</p>
        ) : about === null || told.about.value === null ? (
          <p role="status">{sayStudy(link === 'away' ? 'loading.away' : 'loading')}</p>
        ) : (
          <>
            <div class="study-head">
              <StudiesTroubles desk={told} />
              <Troubles desk={talk} />
            </div>
            <ReadBack talk={talk} told={told} pair={pair} about={about} />
          </>
        )}
      </div>
    </Shell>
  );
}

function ReadBack(props: { talk: TalkDesk; told: StudiesDesk; pair: Pair; about: TalkAbout }) {
  const { talk, told, pair, about } = props;
  const asked = new URLSearchParams(location.search).get('session') ?? '';
  const [session, setSession] = useState(about.sessions.some(({ id }) => id === asked) ? asked : '');
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const { all: comments, known, failed } = useComments(talk, about.consultation, true);
  const things = thingsOf(talk, told, about, comments.value, session);
  const has = (one: Thing): boolean => keys.has(keyOf(one));
  const picked = [...things.themes, ...things.quotes, ...things.studies].filter(has);
  const pick = (one: Thing): void => {
    const next = new Set(keys);
    if (!next.delete(keyOf(one))) next.add(keyOf(one));
    setKeys(next);
  };
  const order: ReadBackOrder = {
    session: session === '' ? null : session,
    themes: things.themes.filter(has).map(({ of }) => of),
    quotes: things.quotes.filter(has).map(quoteOrder),
    caseStudies: things.studies.filter(has).map(({ of }) => of),
    draft: false,
  };
  const list = { has, pick };
  return (
    <div class="read">
      <div class="read-pick">
        <label class="field read-session">
          <span>{say('session')}</span>
          <select class="select" value={session} onChange={(event) => setSession(event.currentTarget.value)}>
            <option value="">{say('session.all')}</option>
            {about.sessions.map(({ id, name, date }) => (
              <option key={id} value={id}>
                {say('session.one', { name: capMarks(name), date: sayDate(date) })}
              </option>
            ))}
          </select>
        </label>
        <Picks
          {...list}
          legend={say('pick.themes')}
          none={say('pick.themes.none')}
          most={LIMITS.readBackThemes}
          all={things.themes.map((one) => ({
            thing: one,
            name: one.words,
            hint: raisedIn(one.count),
          }))}
        />
        <Picks
          {...list}
          legend={say('pick.quotes')}
          none={known.value ? say('pick.quotes.none') : ''}
          most={LIMITS.readBackQuotes}
          all={things.quotes.map((one) => {
            const kind = one.about === 'passage' || one.about === 'postit' ? say(`of.${one.about}`) : '';
            const found = findPersonal(one.words, about.lists).map(
              ({ from, to }) => `“${one.words.slice(from, to)}”`,
            );
            const signs = found.length === 0 ? '' : say('pick.signs', { list: lists.format(found) });
            return { thing: one, name: `“${one.words}”`, hint: [kind, signs].filter(Boolean).join(' ') };
          })}
        />
        {!known.value && (
          <p role="status">{say(failed.value ? 'pick.postits.failed' : 'pick.postits.asked')}</p>
        )}
        <Picks
          {...list}
          legend={say('pick.studies')}
          none={say('pick.studies.none')}
          most={LIMITS.readBackStudies}
          all={things.studies.map((one) => ({ thing: one, name: one.title, hint: '' }))}
        />
        {things.notReady > 0 && <p class="soft">{say('pick.studies.not', { n: things.notReady })}</p>}
        <SaidToAll talk={talk} told={told} pair={pair} session={session} picked={picked} />
      </div>
      <aside class="read-side">
        <h2>{say('picked')}</h2>
        <p role="status">
          {picked.length === 0 ? say('picked.none') : say('picked.n', { n: picked.length })}
        </p>
        <Print consultation={about.consultation} order={order} nothing={picked.length === 0} />
        <ShowControls
          consultation={about.consultation}
          slides={slidesOf(picked)}
          label={say('show')}
          hint={say('show.hint')}
        />
      </aside>
    </div>
  );
}

/** "raised in 2 sessions, in 6 interviews and documents" */
function raisedIn({ sessions, sources }: ThemeCount): string {
  const where = [
    ...(sessions === 0 ? [] : [say('raised', { n: sessions })]),
    ...(sources === 0 ? [] : [say(sessions === 0 ? 'raised.texts' : 'raised.texts.too', { n: sources })]),
  ];
  return where.join(', ');
}

function Picks(props: {
  legend: string;
  /** Empty: that there are none is not known yet. */
  none: string;
  most: number;
  all: readonly { thing: Thing; name: string; hint: string }[];
  has: (one: Thing) => boolean;
  pick: (one: Thing) => void;
}) {
  const { all, has, pick, most } = props;
  const full = all.filter(({ thing }) => has(thing)).length >= most;
  return (
    <fieldset class="choices">
      <legend>{props.legend}</legend>
      {all.length === 0 && props.none !== '' && <p class="soft">{props.none}</p>}
      {all.map(({ thing, name, hint }) => (
        <label key={keyOf(thing)} class="choice">
          <input
            type="checkbox"
            checked={has(thing)}
            disabled={full && !has(thing)}
            onChange={() => pick(thing)}
          />
          <span>
            <span dir="auto">{capMarks(name)}</span>
            {hint !== '' && <span class="hint">{hint}</span>}
          </span>
        </label>
      ))}
      {full && <p class="soft">{say('pick.most', { n: most })}</p>}
    </fieldset>
  );
}

function Print(props: { consultation: string; order: ReadBackOrder; nothing: boolean }) {
  const { consultation, order, nothing } = props;
  if (!may('POST /api/consultations/:id/read-back')) return null;
  return (
    <PrintButton
      label={say('print')}
      looks="button button-main"
      disabled={nothing}
      order={order}
      print={() =>
        ask<JobState>('POST', `consultations/${encodeURIComponent(consultation)}/read-back`, order)
      }
      words={{
        another: say('print.another'),
        cancelled: say('print.cancelled'),
        title: say('print.title'),
        failed: say('print.failed'),
        back: say('print.back'),
      }}
    />
  );
}
