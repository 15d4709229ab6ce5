/** What was not saved: from before this page was opened, or when the session was over. */
import { useState } from 'preact/hooks';
import { Dialog } from '../dialog.tsx';
import type { WallDesk } from './desk.ts';
import { say } from './words.ts';

/** Words that came too late: nobody can save them, and whoever typed them may still write them down. */
export function Unsaved({ desk }: { desk: WallDesk }) {
  const coming = desk.waiting.value.filter((w) => w.change === 'add').map((w) => w.comment.text);
  const words = [...coming, ...desk.texts.values()];
  if (words.length === 0) return null;
  return (
    <>
      <p>{say('notRunning.words')}</p>
      <ul>
        {words.map((text, i) => (
          <li key={i} dir="auto">
            {text}
          </li>
        ))}
      </ul>
    </>
  );
}

/** What was counted or typed before this page was opened: somebody else may sit here now. */
export function FromBefore({ desk }: { desk: WallDesk }) {
  const [asking, ask] = useState(false);
  return (
    <>
      <p role="status" class="wall-front">
        {say('before')}{' '}
        <button type="button" class="button" onClick={() => ask(true)}>
          {say('before.throw')}
        </button>
      </p>
      {asking && (
        <Dialog asks title={say('before.title')} close={() => ask(false)}>
          <p>{say('before.text')}</p>
          <div class="dialog-buttons">
            <button type="button" class="button" onClick={() => ask(false)}>
              {say('before.keep')}
            </button>
            <button type="button" class="button button-main" onClick={() => desk.throwAway()}>
              {say('before.yes')}
            </button>
          </div>
        </Dialog>
      )}
    </>
  );
}
