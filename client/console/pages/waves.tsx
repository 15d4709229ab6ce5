/** A consultation compared with an earlier wave of it: net changes of its totals, for the team. */
import { useCallback, useMemo, useState } from 'preact/hooks';
import type { Unit } from '../../../core/report/document.ts';
import { partsOf } from '../../../core/analysis/parts.ts';
import type { EarlierWave, WavesPage } from '../../../core/waves/api.ts';
import { compareWaves, WAVE_ORDERS, type WaveOrder } from '../../../core/waves/compare.ts';
import { api } from '../api.ts';
import { may } from '../staff.ts';
import { sayList } from '../words.ts';
import '../../shared/chart/chart.css';
import './pages.css';
import './analysis.css';
import './waves/waves.css';
import { Loaded, useLoaded } from './parts/loaded.tsx';
import { Shell } from './parts/shell.tsx';
import { say } from './say.ts';
import { NotCompared } from './waves/apart.tsx';
import { Empty, Later } from './waves/empty.tsx';
import { WaveTable } from './waves/table.tsx';
import { sayWave } from './waves/words.ts';
import { labelsIn } from './waves/labels.ts';

export default function WavesShown({ id }: { id: string }) {
  const load = useCallback(async () => api.waves(id), [id]);
  const { state, again } = useLoaded(load);
  const page = state.is === 'here' ? state.value : null;
  return (
    <Shell
      page={say('wave.page', { title: page?.title ?? '' })}
      sample={page?.sample ?? false}
      ways={{ id, at: 'waves' }}
    >
      <Loaded state={state} again={again}>
        {(shown) => <Compared id={id} page={shown} />}
      </Loaded>
    </Shell>
  );
}

/** The wave that the address names, else the latest. */
function askedIn({ earlier }: WavesPage): EarlierWave | null {
  const wanted = new URLSearchParams(location.search).get('with');
  return earlier.find((wave) => wave.id === wanted) ?? earlier[0] ?? null;
}

function Compared({ id, page }: { id: string; page: WavesPage }) {
  const [wave, setWave] = useState(() => askedIn(page));
  return (
    <>
      <h1 class="results-title">
        <span>{say('wave.compared')}</span>
        <bdi>{wave === null ? page.title : sayWave(wave)}</bdi>
      </h1>
      {page.earlier.length > 1 && wave !== null && (
        <label class="wave-choice">
          {say('wave.choose')}
          <select
            value={wave.id}
            onChange={(e) => {
              const { value } = e.currentTarget;
              history.replaceState(null, '', `${location.pathname}?with=${encodeURIComponent(value)}`);
              setWave(page.earlier.find((one) => one.id === value) ?? wave);
            }}
          >
            {page.earlier.map((one) => (
              <option key={one.id} value={one.id}>
                {sayWave(one)}
              </option>
            ))}
          </select>
        </label>
      )}
      {wave === null || wave.figures === null || page.figures.page.sessions.length === 0 ? (
        <Empty id={id} wave={wave} />
      ) : (
        <Desk key={wave.id} id={id} page={page} wave={wave} figures={wave.figures} />
      )}
      <Later page={page} />
    </>
  );
}

interface DeskProps {
  id: string;
  page: WavesPage;
  wave: EarlierWave;
  figures: NonNullable<EarlierWave['figures']>;
}

function Desk({ id, page, wave, figures }: DeskProps) {
  const [order, setOrder] = useState<WaveOrder>('board');
  const [round, setRound] = useState<1 | 2>(1);
  const units = useUnits(id);
  const now = page.figures;
  const parts = useMemo(() => partsOf(now.page, units, 'groups', [], [], say('res.everyone')), [now, units]);
  const compared = useMemo(() => compareWaves(now, figures, parts, round), [now, figures, parts, round]);
  const labels = labelsIn(page);
  const twice = [now, figures].every(({ page: own }) => own.statements.some((s) => s.rounds.includes(2)));
  const away = page.earlier.filter(({ lacks }) => lacks === 'missing');
  return (
    <>
      <p class="working">
        <strong>{say('res.working')}</strong> {say('res.working.words', { floor: now.page.floor })}
      </p>
      <p class="wave-net">{say('wave.net', { was: labels.of(wave), now: labels.now })}</p>
      {away.length > 0 && (
        <p class="hint">{say('wave.missing.short', { list: sayList(away.map(sayWave)) })}</p>
      )}
      <div class="order-bar">
        <h2 id="overview">{say('wave.overview')}</h2>
        <div class="order-fields">
          <label>
            {say('wave.order')}
            <select value={order} onChange={(e) => setOrder(e.currentTarget.value as WaveOrder)}>
              {WAVE_ORDERS.map((one) => (
                <option key={one} value={one}>
                  {say(`wave.order.${one}`)}
                </option>
              ))}
            </select>
          </label>
          {twice && (
            <label>
              {say('wave.round')}
              <select value={String(round)} onChange={(e) => setRound(e.currentTarget.value === '2' ? 2 : 1)}>
                <option value="1">{say('res.round.1')}</option>
                <option value="2">{say('res.round.2')}</option>
              </select>
            </label>
          )}
        </div>
      </div>
      <WaveTable page={page} wave={wave} compared={compared} order={order} labels={labels} />
      <NotCompared compared={compared} was={labels.of(wave)} now={labels.now} />
    </>
  );
}

const NO_UNITS: readonly Unit[] = [];

/** Merges by name, which stand in the report that only its writers read. */
function useUnits(id: string): readonly Unit[] {
  const load = useCallback(
    async () =>
      may('GET /api/consultations/:id/report') ? api.report(id) : ({ ok: false, refusal: null } as const),
    [id],
  );
  const { state } = useLoaded(load);
  return state.is === 'here' ? state.value.document.units : NO_UNITS;
}
