/** On the first page: that something about the laptop waits for a decision, or is not as it should be. */
import { useEffect, useState } from 'preact/hooks';
import type { LaptopPage } from '../../../../core/stick.ts';
import { api } from '../../api.ts';
import { sayLaptop, troublesOf } from '../../laptopWords.ts';
import '../rights.css';

export function LaptopNote() {
  const [page, setPage] = useState<LaptopPage | null>(null);
  useEffect(() => {
    // Without an answer the page's own list says so.
    void api.laptop().then((result) => result.ok && setPage(result.value));
  }, []);
  if (page === null) return null;
  const [worst] = troublesOf(page.laptop);
  const [first] = page.elsewhere;
  const waits = page.findings.length + page.notTakenUp.length > 0;
  if (worst === undefined && first === undefined && !waits) return null;
  const words =
    first === undefined
      ? (worst?.title ?? sayLaptop('lap.note'))
      : sayLaptop(`else.${first.why}`, { name: first.name });
  return (
    <div class="keep" role="note">
      <p>{words}</p>
      <a class="button" href="/console/laptop">
        {sayLaptop('lap.look')}
      </a>
    </div>
  );
}
