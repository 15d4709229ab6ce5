/** That the laptop's clock has jumped ahead, and what waits for somebody to say that it is right. */
import { useEffect, useState } from 'preact/hooks';
import type { DateDoubt } from '../../../../core/apiRights.ts';
import type { Refusal } from '../../../../core/refusal.ts';
import { api } from '../../api.ts';
import { sayDate } from '../../words.ts';
import '../rights.css';
import { say, sayRefusal } from '../say.ts';

/** @param changed called once what has waited was done */
export function Doubt({ changed }: { changed: () => void }) {
  const [doubt, setDoubt] = useState<DateDoubt | null>(null);
  const [failed, setFailed] = useState<{ refusal: Refusal | null } | null>(null);
  useEffect(() => {
    // Without an answer the page's own list says so.
    void api.dateDoubt().then((result) => result.ok && setDoubt(result.value));
  }, []);
  if (doubt === null) return null;
  const { today, seen, titles, codes } = doubt;
  const confirm = async (): Promise<void> => {
    const result = await api.confirmDate(today);
    if (!result.ok) return setFailed({ refusal: result.refusal });
    setDoubt(null);
    changed();
  };
  return (
    <div class="keep" role="note">
      <p>{say('doubt.words', { today: sayDate(today), seen: sayDate(seen) })}</p>
      {titles.length > 0 && (
        <p>
          {say('doubt.titles', {
            titles: titles.map((title) => (title === '' ? say('home.untitled') : title)).join(', '),
          })}
        </p>
      )}
      {codes > 0 && <p>{say('doubt.codes', { n: codes })}</p>}
      <p>{say('doubt.wrong')}</p>
      {failed !== null && <p role="alert">{sayRefusal(failed.refusal)}</p>}
      <button type="button" class="button" onClick={() => void confirm()}>
        {say('doubt.right')}
      </button>
    </div>
  );
}
