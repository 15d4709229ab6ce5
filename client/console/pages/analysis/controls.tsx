/** What is counted, what is merged, and how it is drawn: one panel open at a time, so that the figures stay near. */
import { useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { NEUTRALS } from '../../../../core/chart/bars.ts';
import type { Unit } from '../../../../core/report/document.ts';
import { may } from '../../staff.ts';
import { sayDate } from '../../words.ts';
import { Checks, Radios } from '../parts/choices.tsx';
import { say } from '../say.ts';
import type { Chosen } from '../selection.ts';
import { EVERYTHING, queryOf, ticked } from '../selection.ts';
import { useAnalysis } from './context.ts';
import { Units } from './units.tsx';
import { EXTRAS } from './view.ts';

const PANELS = ['count', 'units', 'draw', 'more'] as const;
type Panel = (typeof PANELS)[number];

export function Controls({ removed }: { removed: (unit: Unit, at: number) => void }) {
  const { page, view, units } = useAnalysis();
  const [open, setOpen] = useState<Panel | null>(null);
  // Units stand in the report, which only its writers read.
  const panels = PANELS.filter((p) => p !== 'units' || may('GET /api/consultations/:id/report'));
  const told: Record<Panel, string> = {
    count: sayCounted(view.chosen, page.sessions.length),
    units: units === null || units.length === 0 ? say('unit.none') : say('unit.some', { n: units.length }),
    draw: say(`draw.${view.neutral}`),
    more: view.extras.length === 0 ? say('more.none') : say('more.some', { n: view.extras.length }),
  };
  const bodies: Record<Panel, () => ComponentChildren> = {
    count: () => <Count />,
    units: () => <Units removed={removed} />,
    draw: () => <Draw />,
    more: () => <More />,
  };
  return (
    <section class="controls" aria-label={say('an.controls')}>
      <div class="control-tabs">
        {panels.map((panel) => (
          <button
            key={panel}
            type="button"
            class="control-tab"
            aria-expanded={open === panel}
            {...(open === panel ? { 'aria-controls': 'control-panel' } : {})}
            onClick={() => setOpen(open === panel ? null : panel)}
          >
            <span class="control-name">{say(`an.panel.${panel}`)}</span>
            <span class="control-now">{told[panel]}</span>
          </button>
        ))}
      </div>
      {open !== null && (
        <div class="control-panel" id="control-panel">
          {bodies[open]()}
        </div>
      )}
    </section>
  );
}

function sayCounted(chosen: Chosen, of: number): string {
  const n = chosen.sessions.length;
  return n === 0 ? say('res.counted.all', { n: of }) : say('res.counted.some', { n, of });
}

function Count() {
  const { page, view, look } = useAnalysis();
  const { chosen } = view;
  const toggle = (key: keyof Chosen) => (id: string, on: boolean) =>
    look({
      chosen: {
        ...chosen,
        [key]: ticked(
          page[key].map((one) => one.id),
          chosen[key],
          id,
          on,
        ),
      },
    });
  return (
    <div class="panel-columns">
      <Checks
        path="sessions"
        legend={say('res.choose.sessions')}
        hint={say('res.choose.hint')}
        value={chosen.sessions}
        options={page.sessions.map((s) => ({
          value: s.id,
          label: s.name === '' ? say('ses.unnamed') : s.name,
          hint: sayDate(s.date),
        }))}
        onChange={toggle('sessions')}
      />
      {page.groups.length > 1 && (
        <Checks
          path="groups"
          legend={say('res.choose.groups')}
          hint={say('res.choose.groups.hint')}
          value={chosen.groups}
          options={page.groups.map((g) => ({ value: g.id, label: g.label }))}
          onChange={toggle('groups')}
        />
      )}
      {queryOf(chosen) !== '' && (
        <button type="button" class="button small" onClick={() => look({ chosen: EVERYTHING })}>
          {say('res.choose.all')}
        </button>
      )}
    </div>
  );
}

function Draw() {
  const { view, look } = useAnalysis();
  return (
    <div class="panel-columns">
      <Radios
        path="neutral"
        legend={say('draw.neutral')}
        value={view.neutral}
        options={NEUTRALS.map((value) => ({
          value,
          label: say(`draw.${value}`),
          hint: say(`draw.${value}.hint`),
        }))}
        onChange={(neutral) => look({ neutral })}
      />
      <Checks
        path="patterns"
        legend={say('draw.patterns')}
        value={view.hatched ? ['on'] : []}
        options={[{ value: 'on', label: say('draw.hatched'), hint: say('draw.hatched.hint') }]}
        onChange={(_, hatched) => look({ hatched })}
      />
    </div>
  );
}

function More() {
  const { view, look } = useAnalysis();
  return (
    <Checks
      path="more"
      legend={say('an.panel.more')}
      hint={say('more.hint')}
      value={view.extras}
      options={EXTRAS.map((value) => ({
        value,
        label: say(`more.${value}`),
        hint: say(`more.${value}.hint`),
      }))}
      onChange={(extra, on) => look({ extras: ticked(EXTRAS, view.extras, extra, on) as typeof view.extras })}
    />
  );
}
