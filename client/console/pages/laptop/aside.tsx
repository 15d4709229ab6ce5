/** Sessions that could not be taken up: why, putting them aside, and what was put aside. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { LIMITS } from '../../../../core/limits.ts';
import type { LaptopPage } from '../../../../core/stick.ts';
import { api } from '../../api.ts';
import { sayLaptop } from '../../laptopWords.ts';
import { may } from '../../staff.ts';
import { sayDate } from '../../words.ts';
import { sayRefusal } from '../say.ts';

interface Props {
  page: LaptopPage;
  /** Told what was done, in words. */
  done: (words: string) => void;
}

export function Lost({ page: { notTakenUp, aside }, done }: Props) {
  return (
    <>
      {notTakenUp.length > 0 && (
        <section class="laptop-else" aria-labelledby="lost">
          <h2 id="lost">{sayLaptop('lost.title')}</h2>
          {notTakenUp.map(({ session, name, reason }) => (
            <One key={session} how="put" session={session} name={name} done={done}>
              <p>{sayLaptop('found.notTakenUp', { name, reason })}</p>
            </One>
          ))}
        </section>
      )}
      {aside.length > 0 && (
        <section class="laptop-else" aria-labelledby="aside">
          <h2 id="aside">{sayLaptop('aside.title')}</h2>
          {aside.map(({ session, name, day, until, folder }) => (
            <One key={session} how="remove" session={session} name={name} done={done}>
              <p>
                {sayLaptop('aside.one', { name, day: sayDate(day), until: sayDate(until) })}{' '}
                <span class="laptop-path">{folder}</span>
              </p>
            </One>
          ))}
        </section>
      )}
    </>
  );
}

interface OneProps extends Pick<Props, 'done'> {
  how: 'put' | 'remove';
  session: string;
  name: string;
  children: ComponentChildren;
}

function One({ how, session, name, done, children }: OneProps) {
  const [asked, setAsked] = useState(false);
  const [failed, setFailed] = useState('');
  const settle = async (): Promise<void> => {
    const result = await api.putAside(session, how);
    if (result.ok) done(sayLaptop(`aside.${how}.done`, { name }));
    else setFailed(sayRefusal(result.refusal));
  };
  return (
    <article>
      {children}
      {failed !== '' && <p role="alert">{failed}</p>}
      {may('POST /api/laptop/aside') && !asked && (
        <button type="button" class="button" onClick={() => setAsked(true)}>
          {sayLaptop(`aside.${how}`)}
        </button>
      )}
      {asked && (
        <div class="laptop-sure" role="group" aria-label={name}>
          <p>{sayLaptop(`aside.${how}.sure`, { name, n: LIMITS.asideDays })}</p>
          <div class="row">
            <button type="button" class="button danger" onClick={() => void settle()}>
              {sayLaptop(`aside.${how}.do`)}
            </button>
            <button type="button" class="button button-main" onClick={() => setAsked(false)}>
              {sayLaptop('else.cancel')}
            </button>
          </div>
        </div>
      )}
    </article>
  );
}
