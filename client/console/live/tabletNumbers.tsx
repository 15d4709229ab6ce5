/** Shared tablets in numbers: how many there are and what waits on them, never who had one. */
import type { Tablets } from '../../../core/tabletView.ts';
import { say } from './words.ts';

export function TabletNumbers({ tablets: { here, away, waiting } }: { tablets: Tablets }) {
  return (
    <>
      {here > 0 && (
        <span>
          {say('tablet.here', { n: here })}
          {waiting > 0 && <> · {say('tablet.waiting', { n: waiting })}</>}
        </span>
      )}
      {away > 0 && <span>{say('tablet.away', { n: away })}</span>}
    </>
  );
}

/** After the end: what may still be on tablets before the session is finished for good. */
export function TabletsLeft({ tablets }: { tablets: Tablets }) {
  if (tablets.here === 0 && tablets.away === 0) return null;
  return (
    <div class="tablets-left" role="status">
      <p>
        <TabletNumbers tablets={tablets} />
      </p>
      <p>{say('tablet.before')}</p>
    </div>
  );
}
