/** Changes that did not come out as they were meant here: shown until somebody has decided, nothing is lost. */
import { isRefusal } from '../../../core/refusal.ts';
import { REFUSALS } from '../../../core/refusals.ts';
import type { TalkDesk } from './desk.ts';
import { valuesOf } from './fieldWords.ts';
import type { Trouble } from './trouble.ts';
import { begin, lists, say } from './words.ts';

export function Troubles({ desk }: { desk: TalkDesk }) {
  const all = desk.troubles.value;
  if (all.length === 0) return null;
  const counted = all.filter(({ why }) => why === 'counted');
  return (
    <div class="troubles" role="alert">
      {counted.length > 0 && <Counted desk={desk} all={counted} />}
      {all
        .filter((one) => !counted.includes(one))
        .map((one) => (
          <div key={one.change.id} class="trouble">
            <p dir="auto">{wordsOf(desk, one)}</p>
            <p class="trouble-acts">
              {!isRefusal(one.why) && (one.why === 'differs' || one.last !== null) && (
                <button type="button" class="button small" onClick={() => desk.settle(true, one)}>
                  {say(
                    one.why === 'gone'
                      ? 'trouble.back'
                      : one.change.set === null
                        ? 'trouble.remove'
                        : 'trouble.mine',
                  )}
                </button>
              )}
              <button type="button" class="button small" onClick={() => desk.settle(false, one)}>
                {say(
                  one.why !== 'differs'
                    ? 'trouble.drop'
                    : one.change.set === null
                      ? 'trouble.keep'
                      : 'trouble.theirs',
                )}
              </button>
            </p>
          </div>
        ))}
    </div>
  );
}

/** There is nothing to decide of these, but whoever noted them has to know. */
function Counted({ desk, all }: { desk: TalkDesk; all: readonly Trouble[] }) {
  const themes = new Set(all.flatMap(({ change }) => (change.of === 'coding' ? [change.key] : [])));
  const links = new Set(all.flatMap(({ change }) => (change.of === 'point' ? [change.key] : [])));
  const texts = desk.points.value.filter(({ id }) => links.has(id)).map(({ text }) => `“${begin(text)}”`);
  return (
    <div class="trouble">
      {themes.size > 0 && <p>{say('trouble.counted.themes', { n: themes.size })}</p>}
      {links.size > 0 && (
        <p dir="auto">{say('trouble.counted.links', { n: links.size, list: lists.format(texts) })}</p>
      )}
      <p class="trouble-acts">
        <button type="button" class="button small" onClick={() => desk.settle(false, ...all)}>
          {say('trouble.counted.seen')}
        </button>
      </p>
    </div>
  );
}

function wordsOf(desk: TalkDesk, { change, why, now }: Trouble): string {
  const wanted = isRefusal(why) || why === 'gone' ? Object.keys(change.set ?? {}) : Object.keys(now);
  // That a second coder has looked at it goes without saying.
  const fields = wanted.filter((field) => field !== 'coded');
  if (why === 'takenOut' || why === 'theirYes') return say(`trouble.${why}`);
  const mine = valuesOf(desk, change.set, fields, change.was === null);
  if (isRefusal(why))
    return `${say('trouble.refused', { mine, why: REFUSALS[why.refusal].wording })} ${say('trouble.copy')}`;
  if (why === 'gone') return say('trouble.gone', { mine });
  const theirs = valuesOf(desk, now, fields, false);
  return change.set === null
    ? say('trouble.kept', { now: theirs })
    : say('trouble.differs', { now: theirs, mine });
}
