/** How far it is: what is in, what was checked, and what can no longer be called up. */
import type { ConsoleView } from '../../../core/view.ts';
import { say } from './words.ts';

export function Summary({ slips }: { slips: ConsoleView['slips'] }) {
  const { entered, known, checked, same, differed, differences, second } = slips;
  if (entered.length === 0) return null;
  const isIn = (numbers: readonly number[]) => (n: number) => numbers.includes(n);
  const open = known.filter((n) => !isIn(checked)(n));
  const forgotten = entered.filter((n) => !isIn(known)(n));
  return (
    <section class="slips-sum" aria-labelledby="slips-sum">
      <h2 id="slips-sum">{say('sum.title')}</h2>
      <dl>
        <Fact what={say('sum.entered')} n={entered.length} />
        {same + differed > 0 && (
          <>
            <Fact what={say('sum.checked')} n={checked.length} />
            <Fact what={say('sum.same')} n={same} />
            <Fact what={say('sum.differed')} n={differed} />
          </>
        )}
        {differences > 0 && (
          <Fact what={say('sum.second')} n={say('sum.second.of', { n: second, of: differences })} />
        )}
      </dl>
      {same + differed > 0 && open.length > 0 && <p>{say('sum.open', { numbers: listed(open) })}</p>}
      {forgotten.length > 0 && (
        <p>{say('sum.forgotten', { n: forgotten.length, numbers: listed(forgotten) })}</p>
      )}
    </section>
  );
}

function Fact({ what, n }: { what: string; n: number | string }) {
  return (
    <div>
      <dt>{what}</dt>
      <dd>{n}</dd>
    </div>
  );
}

/** "1–4, 9". */
function listed(list: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const n of list) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === n - 1) run[1] = n;
    else runs.push([n, n]);
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
}
