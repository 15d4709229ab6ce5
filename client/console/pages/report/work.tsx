/** The work of making files: its step, how far it is, Cancel, and the files. */
import { useEffect, useRef } from 'preact/hooks';
import type { JobState } from '../../../../core/api.ts';
import { jobFilePath } from '../../api.ts';
import { Dialog } from '../parts/dialog.tsx';
import { say, sayRefusal } from '../say.ts';
import { isUnderWay, useJob } from './job.ts';

/** What is said where the usual words are a report's. */
export interface WorkWords {
  another: string;
  cancelled: string;
  /** Of the dialog. */
  title?: string;
  /** Likewise, where what was ordered cannot be made. */
  failed?: string;
  /** To what was ordered, where that has to be changed first. */
  back?: string;
}

interface Props {
  job: string;
  /** It was ordered on this page: a single file then comes by itself. */
  ordered: boolean;
  words?: WorkWords;
  /** Back to the choice of form. */
  another: () => void;
  close: () => void;
  /** Closes the dialog while the work goes on. */
  hide: () => void;
}

export function WorkDialog({ job, ordered, words, another, close, hide }: Props) {
  const { followed, cancel } = useJob(job);
  const state = followed?.is === 'here' ? followed.job : null;
  const gone = followed?.is === 'lost' && followed.refusal !== null;
  const ended = gone || (state !== null && !isUnderWay(state));
  // Trying again the same would be refused the same.
  const tooMuch = state?.state === 'failed' && state.refusal?.refusal === 'two-pages';
  const title = (tooMuch ? words?.failed : words?.title) ?? say(ended ? 'work.title' : 'make.title');
  return (
    <Dialog title={title} wide onClose={ended ? close : hide}>
      <div class="work">
        {state === null ? (
          <p role="status">{say(gone ? 'work.gone' : followed === null ? 'app.loading' : 'work.waiting')}</p>
        ) : isUnderWay(state) ? (
          <Running job={state} cancel={cancel} />
        ) : (
          <Ended job={state} ordered={ordered} cancelled={words?.cancelled ?? say('work.cancelled')} />
        )}
        {ended && (
          <div class="row">
            <button type="button" class="button" onClick={another}>
              {tooMuch && words?.back !== undefined
                ? words.back
                : state?.state === 'failed'
                  ? say('app.again')
                  : (words?.another ?? say('work.another'))}
            </button>
            <button type="button" class="button" onClick={close}>
              {say('app.close')}
            </button>
          </div>
        )}
      </div>
    </Dialog>
  );
}

function Running({ job, cancel }: { job: JobState; cancel: () => void }) {
  const stopping = job.state === 'stopping';
  return (
    <>
      <p role="status">{stopping ? say('work.stopping') : job.step}</p>
      <progress max={Math.max(1, job.of)} value={job.done} aria-label={say('work.progress')} />
      <button type="button" class="button" disabled={stopping} onClick={cancel}>
        {say('work.cancel')}
      </button>
    </>
  );
}

function outcome({ state, refusal }: JobState, fetched: boolean, cancelled: string): string {
  if (state === 'failed') return sayRefusal(refusal);
  if (state === 'cancelled') return cancelled;
  return say(fetched ? 'work.done.one' : 'work.done');
}

function Ended({ job, ordered, cancelled }: { job: JobState; ordered: boolean; cancelled: string }) {
  const fetched = useRef(false);
  const single = ordered && job.state === 'done' && job.files.length === 1;
  const only = single ? job.files[0] : undefined;
  useEffect(() => {
    if (only === undefined || fetched.current) return;
    fetched.current = true;
    location.assign(jobFilePath(job.id, only.name));
  }, [only, job.id]);
  return (
    <>
      <p role="status" class={job.state === 'failed' ? 'problem' : ''}>
        {outcome(job, single, cancelled)}
      </p>
      {job.state === 'failed' && job.files.length > 0 && <p>{say('work.kept')}</p>}
      {job.files.length > 0 && (
        <ul class="made-files">
          {job.files.map((file) => (
            <li key={file.name}>
              <a href={jobFilePath(job.id, file.name)} download>
                {file.name}
              </a>{' '}
              <span class="quiet">{say('work.size', { n: Math.max(1, Math.round(file.bytes / 1000)) })}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
