/** Sessions that another laptop may go on with: nothing happens to them here before somebody has decided. */
import { useState } from 'preact/hooks';
import type { ElsewhereItem } from '../../../../core/stick.ts';
import { api } from '../../api.ts';
import { sayLaptop } from '../../laptopWords.ts';
import { may } from '../../staff.ts';
import { sayRefusal } from '../say.ts';

interface Props {
  items: readonly ElsewhereItem[];
  /** Told what was done, in words, and which session goes on here. */
  done: (words: string, opened: Opened | null) => void;
}

/** A session that goes on here. */
export interface Opened {
  session: string;
  name: string;
}

/** The way to a session, on a line of its own. */
export function GoTo({ session, name }: Opened) {
  return (
    <p>
      <a class="button button-main" href={`/console/s/${session}`}>
        {sayLaptop('else.go', { name })}
      </a>
    </p>
  );
}

export function Elsewhere({ items, done }: Props) {
  if (items.length === 0) return null;
  return (
    <section class="laptop-else" aria-labelledby="elsewhere">
      <h2 id="elsewhere">{sayLaptop('else.title')}</h2>
      {items.map((item) => (
        <One key={item.session} item={item} done={done} />
      ))}
    </section>
  );
}

function One({ item, done }: { item: ElsewhereItem; done: Props['done'] }) {
  const { session, name, why } = item;
  const [asked, setAsked] = useState<'open' | 'remove' | null>(null);
  const [failed, setFailed] = useState('');
  const settle = async (how: 'open' | 'remove'): Promise<void> => {
    const result = await api.settleElsewhere(session, how);
    if (result.ok && how === 'open') done(sayLaptop('else.opened', { name }), { session, name });
    else if (result.ok) done(sayLaptop('else.removed', { name }), null);
    else setFailed(sayRefusal(result.refusal));
  };
  return (
    <article>
      <p>{sayLaptop(`else.${why}`, { name })}</p>
      {!item.runs && <p class="hint">{sayLaptop('else.wait')}</p>}
      {failed !== '' && <p role="alert">{failed}</p>}
      {may('POST /api/stick/elsewhere') && asked === null && (
        <div class="row">
          <button type="button" class="button" onClick={() => setAsked('open')}>
            {sayLaptop('else.open')}
          </button>
          <button type="button" class="button" onClick={() => setAsked('remove')}>
            {sayLaptop('else.remove')}
          </button>
        </div>
      )}
      {asked !== null && (
        <div class="laptop-sure" role="group" aria-label={name}>
          <p>{sayLaptop(`else.${asked}.sure`, { name })}</p>
          <div class="row">
            <button type="button" class="button danger" onClick={() => void settle(asked)}>
              {sayLaptop(`else.${asked}.do`)}
            </button>
            <button type="button" class="button button-main" onClick={() => setAsked(null)}>
              {sayLaptop('else.cancel')}
            </button>
          </div>
        </div>
      )}
    </article>
  );
}
