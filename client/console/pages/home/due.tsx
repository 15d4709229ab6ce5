/** On the first page: recommendations that wait for an answer, for what was promised, or for people to be told. */
import { useEffect, useState } from 'preact/hooks';
import type { DueItem } from '../../../../core/recommendations/api.ts';
import { isRefusal } from '../../../../core/refusal.ts';
import { askDue } from '../../recommendations/ask.ts';
import { say } from '../../recommendations/words.ts';
import { begin } from '../../talk/words.ts';
import { sayDate } from '../../words.ts';

const SHOWN = 5;

export function Due() {
  const [items, setItems] = useState<readonly DueItem[]>([]);
  const [all, setAll] = useState(false);
  useEffect(() => {
    // Without an answer the page's own list says so.
    void askDue().then((answer) => !isRefusal(answer) && setItems(answer));
  }, []);
  if (items.length === 0) return null;
  const shown = all ? items : items.slice(0, SHOWN);
  return (
    <section class="due" aria-labelledby="due">
      <h2 id="due">{say('due.title')}</h2>
      <ul>
        {shown.map((item) => (
          <li key={`${item.recommendation} ${item.why}`}>
            <span class="due-why">{wordsOf(item)}</span>
            <a href={`/console/c/${item.consultation}/recommendations#rec-${item.recommendation}`} dir="auto">
              {begin(item.text, 90)}
            </a>
            <bdi class="quiet">{item.title}</bdi>
          </li>
        ))}
      </ul>
      {shown.length < items.length && (
        <button type="button" class="button small" onClick={() => setAll(true)}>
          {say('due.more', { n: items.length - shown.length })}
        </button>
      )}
    </section>
  );
}

function wordsOf({ why, since, to }: DueItem): string {
  const date = sayDate(since);
  if (why === 'answer') return to === '' ? say('due.answer', { date }) : say('due.answer.to', { to, date });
  if (why === 'ask') return to === '' ? say('due.ask', { date }) : say('due.ask.to', { to, date });
  if (why === 'promised')
    return to === '' ? say('due.promised', { date }) : say('due.promised.to', { to, date });
  if (why === 'when') return to === '' ? say('due.when', { date }) : say('due.when.to', { to, date });
  return why === 'late' ? say('due.late', { date }) : say(`due.${why}`);
}
