/** What opening an archive did: what came, what was here, and what differed. */
import type { ArchiveResult } from '../../../../core/api.ts';
import { sayList } from '../../words.ts';
import { say } from '../say.ts';

export function Opened({ result }: { result: ArchiveResult }) {
  const { added, known, replaced, conflicts, leftOut, opened } = result;
  const names = (list: readonly string[]): string =>
    sayList(list.map((name) => (name === '' ? say('ses.unnamed') : name)));
  const title = result.title === '' ? say('home.untitled') : result.title;
  const nothing = !opened && added.length + replaced.length + conflicts.length === 0;
  return (
    <div role="status" class="opened">
      <p class="understood-title">{say(opened ? 'archive.opened' : 'archive.merged')}</p>
      {nothing && <p>{say('archive.nothing')}</p>}
      {added.length > 0 && <p>{say('archive.added', { names: names(added) })}</p>}
      {replaced.length > 0 && <p>{say('archive.replaced', { names: names(replaced) })}</p>}
      {known.length > 0 && <p class="quiet">{say('archive.known', { names: names(known) })}</p>}
      {conflicts.length > 0 && (
        <>
          <p>{say('archive.conflicts', { n: conflicts.length })}</p>
          <ul class="warnings">
            {conflicts.map((conflict) => (
              <li key={conflict}>{conflict}</li>
            ))}
          </ul>
        </>
      )}
      {leftOut.map((words, i) => (
        <p key={i} class="caution">
          {words}
        </p>
      ))}
      <a class="button button-main" href={`/console/c/${result.consultation}`}>
        {say('archive.open', { title })}
      </a>
    </div>
  );
}
