/** On the first page: that something about the laptop waits for a decision, or is not as it should be. */
import type { LaptopPage } from '../../../../core/stick.ts';
import { sayLaptop, troublesOf } from '../../laptopWords.ts';
import '../rights.css';

export function LaptopNote({ page }: { page: LaptopPage }) {
  const [worst] = troublesOf(page.laptop);
  const [first] = page.elsewhere;
  const waits = page.findings.length + page.notTakenUp.length > 0;
  if (worst === undefined && first === undefined && !waits) return null;
  return (
    <div class="keep" role="note">
      {first === undefined ? (
        <p>{worst?.title ?? sayLaptop('lap.note')}</p>
      ) : (
        <p>
          <strong>{sayLaptop('else.note', { name: first.name })}</strong>{' '}
          {sayLaptop(`else.${first.why}`, { name: first.name })}
        </p>
      )}
      <a class={first === undefined ? 'button' : 'button button-main'} href="/console/laptop">
        {sayLaptop(first === undefined ? 'lap.look' : 'else.decide')}
      </a>
    </div>
  );
}
