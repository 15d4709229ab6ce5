/** What coming in from another program did, and what a facilitator should know of it. */
import type { StoredDocument } from '../../../../core/api.ts';
import { say } from '../say.ts';

export function BroughtIn({ done, page = '' }: { done: StoredDocument; page?: string }) {
  const warnings = done.warnings ?? [];
  return (
    <div role="status">
      <p class="understood-title">{say('polis.done')}</p>
      {warnings.length > 0 && (
        <>
          <p>{say('polis.warnings', { n: warnings.length })}</p>
          <ul class="warnings">
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </>
      )}
      <a class="button button-main" href={`/console/c/${done.consultation.id}${page}`}>
        {say('polis.open')}
      </a>
    </div>
  );
}
