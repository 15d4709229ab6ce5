/** Which sessions and groups are counted. */
import type { ResultsPage } from '../../../../core/api.ts';
import { Checks } from '../parts/choices.tsx';
import { say } from '../say.ts';
import { sayDate } from '../../words.ts';
import type { Chosen } from '../selection.ts';
import { EVERYTHING, queryOf, ticked } from '../selection.ts';

interface Props {
  page: ResultsPage;
  chosen: Chosen;
  choose: (next: Chosen) => void;
}

export function Choose({ page, chosen, choose }: Props) {
  const toggle = (key: keyof Chosen) => (id: string, on: boolean) =>
    choose({
      ...chosen,
      [key]: ticked(
        page[key].map((one) => one.id),
        chosen[key],
        id,
        on,
      ),
    });
  const of = page.sessions.length;
  const n = chosen.sessions.length;
  return (
    <section class="choose">
      <h2>{say('res.choose')}</h2>
      <p class="quiet" role="status">
        {n === 0 ? say('res.counted.all', { n: of }) : say('res.counted.some', { n, of })}
      </p>
      <Checks
        path="sessions"
        legend={say('res.choose.sessions')}
        hint={say('res.choose.hint')}
        value={chosen.sessions}
        options={page.sessions.map((s) => ({
          value: s.id,
          label: s.name === '' ? say('ses.unnamed') : s.name,
          hint: sayDate(s.date),
        }))}
        onChange={toggle('sessions')}
      />
      {page.groups.length > 1 && (
        <Checks
          path="groups"
          legend={say('res.choose.groups')}
          value={chosen.groups}
          options={page.groups.map((g) => ({ value: g.id, label: g.label }))}
          onChange={toggle('groups')}
        />
      )}
      {queryOf(chosen) !== '' && (
        <button type="button" class="button small" onClick={() => choose(EVERYTHING)}>
          {say('res.choose.all')}
        </button>
      )}
    </section>
  );
}
