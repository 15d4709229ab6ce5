/** Says on other pages that somebody waits; nothing where nobody does, or where it is not for whoever looks. */
import { useEffect, useState } from 'preact/hooks';
import type { AloneKind } from '../../../../core/alone.ts';
import type { AlonePage } from '../../../../core/apiAlone.ts';
import { may } from '../../staff.ts';
import { say } from '../say.ts';
import { askAlone } from './ask.ts';

export function AloneReminder({ id, kinds }: { id: string; kinds: readonly AloneKind[] }) {
  const [page, setPage] = useState<AlonePage | null>(null);
  useEffect(() => {
    // Without an answer the page's own parts say so.
    if (may('GET /api/consultations/:id/alone'))
      void askAlone(id).then((result) => result.ok && setPage(result.value));
  }, [id]);
  const waiting = kinds.filter((kind) => (page?.waiting[kind] ?? 0) > 0);
  if (page === null || waiting.length === 0) return null;
  return (
    <p class="caution">
      {waiting.map((kind) => `${say(`alone.${kind}.n`, { n: page.waiting[kind] })} `)}
      <a href={`/console/c/${id}/alone`}>{say('alone.remind.go')}</a>
    </p>
  );
}
