/** The researchers' files, with words on what is in them. */
import type { ResultsPage } from '../../../../core/api.ts';
import { exportPath } from '../../api.ts';
import { say } from '../say.ts';

export function Files(props: { id: string; page: ResultsPage; sessions: readonly string[] }) {
  const { id, page, sessions } = props;
  return (
    <section class="files" aria-labelledby="files">
      <h2 id="files">{say('files.title')}</h2>
      <p class="confidential">{say('files.mark')}</p>
      <p>{say('files.words')}</p>
      <p class="quiet">
        {sessions.length === 0
          ? say('files.all', { n: page.sessions.length })
          : say('files.some', { n: sessions.length })}
      </p>
      <a class="button button-main" href={exportPath(id, sessions)} download>
        {say('files.do')}
      </a>
    </section>
  );
}
