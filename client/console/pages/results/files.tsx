/** The researchers' files, with words on what is in them: all in one zip, or one kind by itself. */
import type { AnalysisPage } from '../../../../core/api.ts';
import { archivePath, exportPath } from '../../api.ts';
import { say } from '../say.ts';

const KINDS = ['xlsx', 'csv', 'excel-csv', 'datapackage', 'spss', 'r', 'polis'] as const;
/** Where something was said, and where there are themes. */
const SAID_KINDS = ['qdpx'] as const;
const THEME_KINDS = ['qdc', 'taguette'] as const;
/** Only sessions that know which answers are one person's have these. */
const LINKED_KINDS = ['polis-votes', 'polis-import'] as const;

function oneKind(path: string, kind: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}files=${kind}`;
}

export function Files(props: {
  id: string;
  page: Pick<AnalysisPage, 'sessions' | 'unfinished' | 'running' | 'talk'>;
  sessions: readonly string[];
}) {
  const { id, page, sessions } = props;
  const path = exportPath(id, sessions);
  const chosen = page.sessions.filter((s) => sessions.length === 0 || sessions.includes(s.id));
  const linked = chosen.some((s) => s.mode === 'linked');
  const kinds = [
    ...KINDS,
    ...(page.talk.said ? SAID_KINDS : []),
    ...(page.talk.themes ? THEME_KINDS : []),
    ...(linked ? LINKED_KINDS : []),
  ];
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
      <NotInThem page={page} />
      <a class="button button-main" href={path} download>
        {say('files.do')}
      </a>
      <details>
        <summary>{say('files.single')}</summary>
        <ul>
          {kinds.map((kind) => (
            <li key={kind}>
              <a href={oneKind(path, kind)} download>
                {say(`files.kind.${kind}`)}
              </a>
            </li>
          ))}
        </ul>
        {page.talk.said && <p class="hint">{say('files.qda')}</p>}
        <p class="hint">{say(linked ? 'files.personal' : 'files.unlinked')}</p>
      </details>
      <p class="files-archive">
        <a href={archivePath(id)} download>
          {say('archive.save')}
        </a>{' '}
        <span class="hint">{say('archive.save.hint')}</span>
      </p>
    </section>
  );
}

/** Sessions whose answers are in no file yet. */
function NotInThem({ page }: { page: Pick<AnalysisPage, 'unfinished' | 'running'> }) {
  const lines = (['unfinished', 'running'] as const).flatMap((which) =>
    page[which].map(({ id, name }) => ({
      id,
      words: say(`files.left.${which}`, { name: name === '' ? say('ses.unnamed') : name }),
    })),
  );
  if (lines.length === 0) return null;
  return (
    <ul aria-label={say('files.left')}>
      {lines.map(({ id, words }) => (
        <li key={id} class="caution">
          {words}
        </li>
      ))}
    </ul>
  );
}
