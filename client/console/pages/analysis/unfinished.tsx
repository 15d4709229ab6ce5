/** Sessions that are over but for one press: their answers are missing from what is below. */
import type { AnalysisPage } from '../../../../core/api.ts';
import { may } from '../../staff.ts';
import { say } from '../say.ts';

export function Unfinished({ page }: { page: Pick<AnalysisPage, 'unfinished'> }) {
  const finishes = may('POST /api/sessions/:id/seal');
  if (page.unfinished.length === 0) return null;
  return (
    <section class="working" aria-label={say('res.unfinished.title')}>
      <ul>
        {page.unfinished.map(({ id, name: given }) => {
          const name = given === '' ? say('ses.unnamed') : given;
          return (
            <li key={id}>
              {say('res.unfinished', { name })}{' '}
              {finishes && (
                <a href={`/console/s/${id}`} aria-label={say('res.unfinished.go.of', { name })}>
                  {say('res.unfinished.go')}
                </a>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
