/** Which sessions and groups the report is about; how its figures are drawn and what is told beside them. */
import type { Neutral, ReportDocument } from '../../../../core/report/document.ts';
import { FLOORS } from '../../../../core/limits.ts';
import { REFUSALS } from '../../../../core/refusals.ts';
import { Checks, Radios } from '../parts/choices.tsx';
import { say } from '../say.ts';
import { sayDate } from '../../words.ts';
import { useWriting } from './context.ts';
import { tickSession } from './edits.ts';
import { Sheet } from './sheet.tsx';

const PARTS = ['groups', 'units', 'sessions', 'none'] as const satisfies ReportDocument['parts'][];
const NEUTRALS = ['split', 'apart', 'plain'] as const satisfies Neutral[];
const SHOWS = [
  'agreement',
  'consensus',
  'intervals',
  'tests',
] as const satisfies (keyof ReportDocument['show'])[];

export function Figures() {
  const { desk, doc, page } = useWriting();
  const all = page.sessions.map((s) => s.id);
  // Where nobody is told apart a report is of all sessions; an older choice of fewer can still be undone.
  const gone = doc.sessions.some((id) => !all.includes(id));
  const fewer = all.some((id) => doc.sessions.length > 0 && !doc.sessions.includes(id));
  const choosable = (page.sessions.length > 1 && page.breakdowns === 'shown') || fewer;
  return (
    <Sheet name="figures">
      {gone && (
        <p class="problem" role="alert">
          {REFUSALS['sessions-gone'].wording}
        </p>
      )}
      {choosable && (
        <Checks
          path="sessions"
          legend={say('rep.sessions')}
          hint={say('rep.sessions.hint')}
          value={doc.sessions.length === 0 ? all : doc.sessions}
          options={page.sessions.map((s) => ({
            value: s.id,
            label: s.name === '' ? say('ses.unnamed') : s.name,
            hint: sayDate(s.date),
          }))}
          onChange={(session, on) =>
            desk.change((d) => ({ ...d, sessions: tickSession(all, d.sessions, session, on) }), null)
          }
        />
      )}
      <Parts />
      <details>
        <summary>{say('rep.drawing')}</summary>
        <div class="more-choices">
          <Drawing />
        </div>
      </details>
    </Sheet>
  );
}

function Parts() {
  const { id, desk, doc, page } = useWriting();
  if (page.breakdowns === 'hidden') return <p class="hint">{say('rep.parts.hidden')}</p>;
  // Only what there is can be chosen.
  const there = {
    groups: page.groups.length > 0,
    units: doc.units.length > 0,
    sessions: page.sessions.length > 1,
    none: true,
  };
  return (
    <>
      <Radios
        path="parts"
        legend={say('rep.parts')}
        value={there[doc.parts] ? doc.parts : 'none'}
        options={PARTS.filter((p) => there[p]).map((value) => ({
          value,
          label: say(`rep.parts.${value}`),
          hint: value === 'units' ? doc.units.map((u) => u.name).join(' · ') : undefined,
        }))}
        onChange={(parts) => desk.change((d) => ({ ...d, parts }), null)}
      />
      <p class="hint">
        {say('rep.parts.more')} <a href={`/console/c/${id}/results`}>{say('rep.analysis.go')}</a>
      </p>
    </>
  );
}

/** What few change: the floor, the form of the charts, the order, and the statistics. */
function Drawing() {
  const { desk, doc, page } = useWriting();
  return (
    <>
      <Radios
        path="floor"
        legend={say('rep.floor')}
        hint={say('rep.floor.hint', { n: page.floor })}
        value={String(Math.max(doc.floor, page.floor))}
        options={FLOORS.choices
          .filter((n) => n >= page.floor)
          .map((n) => ({ value: String(n), label: say('rules.floor.n', { n }) }))}
        onChange={(value) => {
          const floor = FLOORS.choices.find((n) => String(n) === value) ?? doc.floor;
          desk.change((d) => ({ ...d, floor }), null);
        }}
      />
      <Radios
        path="neutral"
        legend={say('rep.neutral')}
        value={doc.neutral}
        options={NEUTRALS.map((value) => ({ value, label: say(`rep.neutral.${value}`) }))}
        onChange={(neutral) => desk.change((d) => ({ ...d, neutral }), null)}
      />
      <Radios
        path="order"
        legend={say('rep.order')}
        value={doc.order}
        options={(['board', 'net'] as const).map((value) => ({ value, label: say(`rep.order.${value}`) }))}
        onChange={(order) => desk.change((d) => ({ ...d, order }), null)}
      />
      <Checks
        path="show"
        legend={say('rep.show')}
        hint={say('rep.show.hint')}
        value={SHOWS.filter((key) => doc.show[key])}
        options={SHOWS.map((value) => ({
          value,
          label: say(`rep.show.${value}`),
          hint: say(`rep.show.${value}.hint`),
        }))}
        onChange={(key, on) => desk.change((d) => ({ ...d, show: { ...d.show, [key]: on } }), null)}
      />
    </>
  );
}
