/** What has left the team: every release with its settings, who approved it, and its files once more. */
import { useCallback, useState } from 'preact/hooks';
import type { ReleaseItem, ReportFormat } from '../../../../core/api.ts';
import type { Refusal } from '../../../../core/refusal.ts';
import { api } from '../../api.ts';
import { sayDate } from '../../words.ts';
import { Loaded, useLoaded } from '../parts/loaded.tsx';
import { say, sayRefusal } from '../say.ts';
import { Flags } from './flags.tsx';
import { aboutWords } from './notes.tsx';
import { Sheet } from './sheet.tsx';

const AGAIN = ['docx', 'pdf', 'html'] as const satisfies ReportFormat[];

/** @param props.turn changes when a release has been made, so that the list is read anew */
export function Register(props: { id: string; turn: number; begun: (job: string) => void }) {
  const { id, turn, begun } = props;
  const load = useCallback(async () => api.releases(id), [id, turn]);
  const { state, again } = useLoaded(load);
  return (
    <Sheet name="sent">
      <Loaded state={state} again={again}>
        {(releases) =>
          releases.length === 0 ? (
            <p class="empty">{say('sent.none')}</p>
          ) : (
            <ol class="releases" reversed>
              {releases.map((release) => (
                <li key={release.number}>
                  <OneRelease id={id} release={release} begun={begun} />
                </li>
              ))}
            </ol>
          )
        }
      </Loaded>
    </Sheet>
  );
}

/** Names may have commas in them. */
function named(names: readonly string[]): string {
  return names.map((name) => (name === '' ? say('ses.unnamed') : name)).join(' · ');
}

function OneRelease(props: { id: string; release: ReleaseItem; begun: (job: string) => void }) {
  const { id, release, begun } = props;
  const { number, approvedBy } = release;
  const approved = (['lead', 'panel'] as const).flatMap((who) =>
    approvedBy[who] === undefined ? [] : [say(`sent.approved.${who}`, { name: approvedBy[who] })],
  );
  const [failed, setFailed] = useState<{ refusal: Refusal | null; format: ReportFormat } | null>(null);
  async function make(format: ReportFormat, confirmed = false): Promise<void> {
    const result = await api.releaseFiles(id, number, [format], confirmed);
    setFailed(result.ok ? null : { refusal: result.refusal, format });
    if (result.ok) begun(result.value.id);
  }
  /** Quotes in it have been taken back since; how many, it says itself. */
  const asked = failed?.refusal?.refusal === 'confirm-first';
  return (
    <article aria-labelledby={`release-${number}`}>
      <h3 id={`release-${number}`}>
        {say('sent.release', { n: number })} <span class="quiet">{sayDate(release.date)}</span>
      </h3>
      <p>
        <bdi>{release.title}</bdi>
      </p>
      {approved.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <details>
        <summary>{say('sent.notes')}</summary>
        <ul>
          <li>{say('sent.floor', { n: release.floor })}</li>
          <li>{say('sent.sessions', { names: named(release.sessions) })}</li>
          {release.parts.length > 0 && <li>{say('sent.parts', { names: named(release.parts) })}</li>}
          {release.notes.map((note) => (
            <li key={`${note.code} ${note.words}`}>
              {note.words} <span class="quiet">{aboutWords(note)}</span>
            </li>
          ))}
          <li class="release-hash">{say('sent.hash', { hash: release.hash })}</li>
        </ul>
        {release.confirmed.length > 0 && (
          <>
            <h4>{say('sent.confirmed')}</h4>
            {release.confirmed.map((group) => (
              <Flags key={group.codes[0]} group={group} />
            ))}
          </>
        )}
      </details>
      {failed !== null && (
        <p class="problem" role="alert">
          {(asked ? failed.refusal?.detail : null) ?? sayRefusal(failed.refusal)}
        </p>
      )}
      {failed !== null && asked && (
        <button type="button" class="button small" onClick={() => void make(failed.format, true)}>
          {say('sent.anyhow')}
        </button>
      )}
      <div class="row">
        {AGAIN.map((format) => (
          <button
            key={format}
            type="button"
            class="button small"
            aria-label={say('sent.again.of', { format: say(`make.${format}`), n: number })}
            onClick={() => void make(format)}
          >
            {say(`make.${format}`)}
          </button>
        ))}
      </div>
    </article>
  );
}
