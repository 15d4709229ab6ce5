/** Signs of a person and hidden characters in what is being typed: pointed out, nothing is changed. */
import { useEffect, useState } from 'preact/hooks';
import { findPersonal } from '../../../../core/personal/findPersonal.ts';
import { beforeHidden } from '../typed.ts';
import { lists } from '../words.ts';
import { sayText } from './words.ts';

/** How long after the last letter they are looked for, in milliseconds: a long text takes a while. */
const LOOK_AFTER_MS = 350;
const MOST = 8;

export function Signs({ text, names }: { text: string; names: { names: string[]; places: string[] } }) {
  const [found, setFound] = useState<string[]>([]);
  const [hidden, setHidden] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => {
      const signs = text === '' ? [] : findPersonal(text, { ...names, staff: [] });
      setFound([...new Set(signs.map(({ from, to }) => text.slice(from, to)))]);
      setHidden(beforeHidden(text));
    }, LOOK_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text, names]);
  const more = found.length - MOST;
  const list = more > 0 ? found.slice(0, MOST).join(', ') : lists.format(found);
  return (
    <div class="source-signs" role="status">
      {hidden !== null && <p class="bad">{sayText('edit.hidden', { before: hidden })}</p>}
      {found.length > 0 && (
        <p>
          {sayText('edit.signs', { list: more > 0 ? sayText('edit.signs.more', { list, n: more }) : list })}
        </p>
      )}
    </div>
  );
}
