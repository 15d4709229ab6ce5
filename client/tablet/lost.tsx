/** Screens of a tablet that has no session: not yet, not any more, or nobody is signed in. */
import type { JSX } from 'preact';
import { Button, Page } from '../phone/parts.tsx';
import type { Queue } from './queue.ts';
import { say } from './words.ts';

export function FindScreen(): JSX.Element {
  return (
    <Page step="find" title={say('find.heading')} heading={say('find.heading')}>
      <p role="status">{say('find.text')}</p>
    </Page>
  );
}

/** The sign-in has ended or was taken back; what waits is handed over once somebody has signed in again. */
export function OutScreen({ queue }: { queue: Queue }): JSX.Element {
  return (
    <Page
      step="out"
      title={say('out.heading')}
      heading={say('out.heading')}
      actions={<Button onClick={() => location.assign('/pair')}>{say('out.again')}</Button>}
    >
      <p>{say('out.text')}</p>
      {queue.waiting() > 0 && <p class="strong">{say('wait.count', { n: queue.waiting() })}</p>}
    </Page>
  );
}

/** The session was sealed: what was not handed over by then can be opened by nobody. */
export function GoneScreen({ queue, cut }: { queue: Queue; cut: boolean }): JSX.Element {
  const n = queue.waiting();
  return (
    <Page
      step="gone"
      title={say('gone.heading')}
      heading={say('gone.heading')}
      actions={n > 0 && <Button onClick={() => queue.clear()}>{say('gone.erase')}</Button>}
    >
      {cut && <p class="notice">{say('gone.cut')}</p>}
      <p>{say('gone.text')}</p>
      {n > 0 && <p class="notice">{say('gone.lost', { n })}</p>}
    </Page>
  );
}
