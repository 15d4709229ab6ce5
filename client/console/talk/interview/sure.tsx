/** Asks before what was typed goes for good. */
import { sayInterview as say } from './interview.ts';

export function Sure({ words, drop, keep }: { words: string; drop: () => void; keep: () => void }) {
  return (
    <div role="alert">
      <p>{words}</p>
      <div class="iv-foot">
        <button type="button" class="button" onClick={drop}>
          {say('end.drop.do')}
        </button>
        <button type="button" class="button button-main" onClick={keep}>
          {say('end.drop.keep')}
        </button>
      </div>
    </div>
  );
}
