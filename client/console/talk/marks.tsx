/** The marks on a point: each has a button, and a key once Tab has led here from the text. */
import type { ComponentChildren, Ref } from 'preact';
import { OUTCOMES, STANCES, type Outcome, type PointFields, type Stance } from '../../../core/talk/types.ts';
import type { Scribe } from './scribe.ts';
import { chooseSpeaker, Speakers } from './speakers.tsx';
import { Themes } from './themeChips.tsx';
import { openPicker, pressNumber } from './themeKeys.ts';
import { say } from './words.ts';

const STANCE_KEYS: Record<string, Stance> = { a: 'agree', d: 'disagree', i: 'idea', e: 'experience' };
const OUTCOME_KEYS: Record<string, Outcome> = { w: 'worked', n: 'absent', c: 'change' };

/** @param props.back leads to the text */
export function Marks(props: { scribe: Scribe; box: Ref<HTMLDivElement>; back: () => void }) {
  const { scribe, back } = props;
  const marks = scribe.marks.value;
  const postit = scribe.box.value.at === 'postit';
  return (
    <div
      ref={props.box}
      class="scribe-marks"
      role="group"
      // It takes single keys, so that it is a place to be in.
      tabIndex={0}
      aria-label={say('marks')}
      onKeyDown={(event) => {
        if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
        if (event.target instanceof HTMLInputElement) return;
        const pressed = event.key === 'Enter' || event.key === ' ';
        if (pressed && event.target !== event.currentTarget) return;
        if (press(event.key, scribe, marks, postit, back)) event.preventDefault();
      }}
    >
      {postit ? (
        <Themes scribe={scribe} all />
      ) : (
        <>
          <div class="mark-row">
            <Mark
              on={marks.kind === 'quote'}
              hotkey="q"
              press={() => scribe.mark({ kind: marks.kind === 'quote' ? 'paraphrase' : 'quote' })}
            >
              {say('kind.quote')}
            </Mark>
            {marks.kind === 'quote' && (
              <Mark on={marks.mayQuote} hotkey="y" press={() => scribe.mark({ mayQuote: !marks.mayQuote })}>
                {say('kind.mayQuote')}
              </Mark>
            )}
            <Speakers scribe={scribe} marks={marks} />
            <span class="mark-set">
              <Mark on={marks.hands > 0} hotkey="h" press={() => scribe.hand(1)}>
                {marks.hands > 0 ? say('hands.n', { n: marks.hands }) : say('hands')}
              </Mark>
              {marks.hands > 0 && (
                <button
                  type="button"
                  class="mark-button"
                  aria-label={say('hands.less')}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => scribe.hand(-1)}
                >
                  −
                </button>
              )}
            </span>
            <Themes scribe={scribe} />
          </div>
          <div class="mark-row">
            <div class="mark-set" role="group" aria-label={say('stance')}>
              {STANCES.map((stance) => (
                <Mark
                  key={stance}
                  on={marks.stance === stance}
                  hotkey={stance.charAt(0)}
                  press={() => scribe.mark({ stance: marks.stance === stance ? '' : stance })}
                >
                  {say(`stance.${stance}`)}
                </Mark>
              ))}
            </div>
            <div class="mark-set" role="group" aria-label={say('outcome')}>
              {OUTCOMES.map((outcome) => (
                <Mark
                  key={outcome}
                  on={marks.outcome === outcome}
                  hotkey={Object.keys(OUTCOME_KEYS).find((key) => OUTCOME_KEYS[key] === outcome) ?? ''}
                  press={() => scribe.mark({ outcome: marks.outcome === outcome ? '' : outcome })}
                >
                  {say(`outcome.${outcome}`)}
                </Mark>
              ))}
            </div>
          </div>
          {marks.postit !== '' && (
            <p class="mark-row">
              {say('postits.hung')}
              <button type="button" class="button small" onClick={() => scribe.mark({ postit: '' })}>
                {say('postits.unhang')}
              </button>
            </p>
          )}
        </>
      )}
    </div>
  );
}

/** A button that leaves the caret in the text where it is. */
function Mark(props: { on: boolean; hotkey: string; press: () => void; children: ComponentChildren }) {
  return (
    <button
      type="button"
      class="mark-button"
      aria-pressed={props.on}
      aria-keyshortcuts={props.hotkey}
      onMouseDown={(event) => event.preventDefault()}
      onClick={props.press}
    >
      {props.children} <kbd aria-hidden="true">{props.hotkey}</kbd>
    </button>
  );
}

/** @returns whether the key meant something */
function press(key: string, scribe: Scribe, marks: PointFields, postit: boolean, back: () => void): boolean {
  const { picking } = scribe;
  if (chooseSpeaker(scribe, key)) return true;
  if (/^[1-9]$/.test(key)) {
    pressNumber(key, scribe);
    return true;
  }
  switch (key) {
    case 'Enter':
      scribe.save();
      back();
      return true;
    case 'Escape':
      if (picking.peek() !== 'none') picking.value = 'none';
      else if (postit) scribe.open({ at: 'new' });
      else back();
      return true;
    case 't':
    case '#':
      openPicker(scribe);
      return true;
    default:
      return !postit && pressMark(key, scribe, marks);
  }
}

function pressMark(key: string, scribe: Scribe, marks: PointFields): boolean {
  const stance = STANCE_KEYS[key];
  const outcome = OUTCOME_KEYS[key];
  if (stance !== undefined) scribe.mark({ stance: marks.stance === stance ? '' : stance });
  else if (outcome !== undefined) scribe.mark({ outcome: marks.outcome === outcome ? '' : outcome });
  else if (key === 'q') scribe.mark({ kind: marks.kind === 'quote' ? 'paraphrase' : 'quote' });
  else if (key === 'y') scribe.mark({ mayQuote: !marks.mayQuote });
  else if (key === 'h' || key === '+') scribe.hand(1);
  else if (key === '-') scribe.hand(-1);
  else if (key === 's') scribe.picking.value = 'speaker';
  else if (key === 'p' && !scribe.sealed.peek()) scribe.picking.value = 'person';
  else return false;
  return true;
}
