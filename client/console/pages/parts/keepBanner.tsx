/** That a consultation's data are about to be destroyed, with the two things one might want before. */
import type { Keeping } from '../../../../core/apiRights.ts';
import { LIMITS } from '../../../../core/limits.ts';
import { archivePath } from '../../api.ts';
import { sayDate } from '../../words.ts';
import '../rights.css';
import { say } from '../say.ts';

/** Nothing while it is still far away. */
export function KeepBanner({ id, title, keep }: { id: string; title: string; keep: Keeping | null }) {
  if (keep === null || keep.days > LIMITS.keepDays.warn) return null;
  const { days, until } = keep;
  return (
    <div class="keep" role="note">
      <p>
        {days > 0
          ? say('keep.warn', { n: days, date: sayDate(until) })
          : say(days === 0 ? 'keep.today' : 'keep.over')}
      </p>
      <a class="button" href={archivePath(id)} download aria-label={say('keep.save.of', { title })}>
        {say('keep.save')}
      </a>
      <a class="button" href={`/console/c/${id}#rights`} aria-label={say('keep.change.of', { title })}>
        {say('keep.change')}
      </a>
    </div>
  );
}
