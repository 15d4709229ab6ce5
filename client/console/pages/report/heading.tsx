/** The head of the report's page: what to do, what is missing, and what has to be read again. */
import { goToField } from '../parts/fields.tsx';
import { say } from '../say.ts';
import { useWriting } from './context.ts';
import { staleFields } from './edits.ts';

export function Heading() {
  const { doc, page } = useWriting();
  const stale = staleFields(doc, page);
  const [first] = stale;
  return (
    <>
      <h1 class="report-title">
        <span class="quiet">{say('rep.page')}</span> <bdi>{page.title}</bdi>
      </h1>
      <p class="report-how">{say('rep.how')}</p>
      {page.unfinished.map(({ id, name }) => (
        <p key={id} class="caution">
          {say('rep.missing', { name: name === '' ? say('ses.unnamed') : name })}{' '}
          <a href={`/console/s/${id}`}>{say('rep.missing.go')}</a>
        </p>
      ))}
      {first !== undefined && (
        <div class="made-now">
          <p>{say('rep.stale', { n: stale.length })}</p>
          <p>
            <button type="button" class="button small" onClick={() => goToField(first)}>
              {say('rep.stale.go')}
            </button>
          </p>
        </div>
      )}
    </>
  );
}
