/** Over the overview: in which order it stands, what stands across, which round, and opening all of it. */
import type { Line } from '../../../../core/analysis/lines.ts';
import { compared } from '../../../../core/analysis/camps.ts';
import type { Beside } from '../../../../core/analysis/parts.ts';
import type { Order } from '../../../../core/analysis/order.ts';
import { ORDERS } from '../../../../core/analysis/order.ts';
import { say } from '../say.ts';
import { useAnalysis } from './context.ts';
import { BESIDE } from './view.ts';

/** Opening more statements at once than this would hold up the page. */
const MOST_AT_ONCE = 40;

interface Props {
  lines: readonly Line[];
  opened: number;
  openAll: (all: boolean) => void;
}

export function OrderBar({ lines, opened, openAll }: Props) {
  const { page, view, look, units } = useAnalysis();
  const comparable = lines.some(({ figures, shared }) => compared(figures, shared).length >= 2);
  const ways: Record<Beside, boolean> = {
    groups: page.groups.length > 0,
    sessions: page.sessions.length > 1,
    units: (units ?? []).length > 0,
  };
  const beside = BESIDE.filter((way) => ways[way]);
  return (
    <div class="order-bar">
      <h2 id="overview">{say('an.overview')}</h2>
      <div class="order-fields">
        <label>
          {say('an.order')}
          <select value={view.order} onChange={(e) => look({ order: e.currentTarget.value as Order })}>
            {ORDERS.map((order) => (
              <option key={order} value={order} disabled={order === 'apart' && !comparable}>
                {say(`an.order.${order}`)}
              </option>
            ))}
          </select>
        </label>
        {beside.length > 1 && (
          <label>
            {say('an.beside')}
            <select value={view.beside} onChange={(e) => look({ beside: e.currentTarget.value as Beside })}>
              {beside.map((way) => (
                <option key={way} value={way}>
                  {say(`an.beside.${way}`)}
                </option>
              ))}
            </select>
          </label>
        )}
        {page.statements.some((s) => s.rounds.includes(2)) && (
          <label>
            {say('an.round')}
            <select
              value={String(view.round)}
              onChange={(e) => look({ round: e.currentTarget.value === '2' ? 2 : 1 })}
            >
              <option value="1">{say('res.round.1')}</option>
              <option value="2">{say('res.round.2')}</option>
            </select>
          </label>
        )}
        {(lines.length <= MOST_AT_ONCE || opened > 0) && (
          <button type="button" class="button small" onClick={() => openAll(opened === 0)}>
            {say(opened === 0 ? 'an.open.all' : 'an.close.all')}
          </button>
        )}
      </div>
    </div>
  );
}
