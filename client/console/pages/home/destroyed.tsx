/** Records of consultations whose data were destroyed on the day that was promised. */
import { useEffect, useState } from 'preact/hooks';
import type { ConsultationListItem } from '../../../../core/api.ts';
import type { DestroyedItem } from '../../../../core/apiRights.ts';
import { api } from '../../api.ts';
import { sayDate } from '../../words.ts';
import '../rights.css';
import { say } from '../say.ts';

/** @param list what there is; when that changes, so may this */
export function Destroyed({ list }: { list: readonly ConsultationListItem[] }) {
  const [items, setItems] = useState<readonly DestroyedItem[]>([]);
  useEffect(() => {
    // Without an answer the page's own list says so.
    void api.destroyed().then((result) => result.ok && setItems(result.value));
  }, [list]);
  if (items.length === 0) return null;
  return (
    <section class="destroyed" aria-labelledby="destroyed">
      <h2 id="destroyed">{say('destroyed.title')}</h2>
      <p class="hint">{say('destroyed.hint')}</p>
      <ul>
        {items.map((item) => (
          <li key={`${item.on} ${item.consultation}`}>
            <Record item={item} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Record({ item }: { item: DestroyedItem }) {
  const { title, on, keepUntil, sessions, first, last, changes, releases, alone } = item;
  const more = changes.length + releases.length > 0;
  return (
    <article>
      <h3>
        <bdi>{title === '' ? say('home.untitled') : title}</bdi>
      </h3>
      <p>{say('destroyed.on', { on: sayDate(on), until: sayDate(keepUntil) })}</p>
      <p class="quiet">
        {sessions === 0
          ? say('destroyed.none')
          : say('destroyed.sessions', { n: sessions, first: sayDate(first), last: sayDate(last) })}
      </p>
      {item.waiting > 0 && (
        <p>
          {say('destroyed.waiting', { n: item.waiting })}{' '}
          <a href={`/console/c/${item.consultation}/concerns`}>{say('destroyed.waiting.go')}</a>
        </p>
      )}
      {alone !== undefined && <p>{say('destroyed.alone', { n: alone.talk + alone.told })}</p>}
      {more && (
        <details>
          <summary>{say('destroyed.more')}</summary>
          <ul>
            {changes.map((change) => (
              <li key={`${change.on} ${change.to}`}>{changeWords(change)}</li>
            ))}
            {releases.map(({ number, date, hash }) => (
              <li key={hash}>
                {say('destroyed.release', { number, date: sayDate(date) })} <code>{hash}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
    </article>
  );
}

function changeWords({ on, from, to }: DestroyedItem['changes'][number]): string {
  if (from === '') return say('destroyed.change.first', { on: sayDate(on), to: sayDate(to) });
  if (to === '') return say('destroyed.change.away', { on: sayDate(on), from: sayDate(from) });
  return say('destroyed.change', { on: sayDate(on), from: sayDate(from), to: sayDate(to) });
}
