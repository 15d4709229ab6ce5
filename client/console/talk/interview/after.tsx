/** After the last question: handing over, and a moment for whoever has listened. */
import { useState } from 'preact/hooks';
import { REFUSALS } from '../../../../core/refusals.ts';
import type { InterviewPage } from '../../../../core/talk/api.ts';
import { answered, sayInterview as say, textOf, type Interview } from './interview.ts';

export function Refused({ interview }: { interview: Interview }) {
  return (
    <main class="iv">
      <h1>{say('no.title')}</h1>
      <p>{say('no.text')}</p>
      <div class="iv-foot">
        <button type="button" class="button button-main" onClick={() => interview.drop()}>
          {say('no.again')}
        </button>
      </div>
    </main>
  );
}

export function End({ interview }: { interview: Interview }) {
  const begun = interview.begun.value;
  const [asking, setAsking] = useState(false);
  const empty = textOf(begun) === '';
  return (
    <main class="iv">
      <h1>{say('end.title')}</h1>
      <p>{empty ? say('end.none') : say('end.text', { n: answered(begun) })}</p>
      {asking ? (
        <div role="alert">
          <p>{say('end.drop.sure')}</p>
          <div class="iv-foot">
            <button type="button" class="button" onClick={() => interview.drop()}>
              {say('end.drop.do')}
            </button>
            <button type="button" class="button button-main" onClick={() => setAsking(false)}>
              {say('end.drop.keep')}
            </button>
          </div>
        </div>
      ) : (
        <>
          <p>
            <button type="button" class="button" onClick={() => (empty ? interview.drop() : setAsking(true))}>
              {say('end.drop')}
            </button>
          </p>
          <div class="iv-foot">
            <button type="button" class="button" onClick={() => interview.set({ step: 'ask' })}>
              {say('back')}
            </button>
            <button
              type="button"
              class="button button-main"
              disabled={empty}
              onClick={() => interview.hand()}
            >
              {say('end.hand')}
            </button>
          </div>
        </>
      )}
    </main>
  );
}

export function Care({ interview, page }: { interview: Interview; page: InterviewPage | null }) {
  const waits = interview.waiting.value > 0;
  const notTaken = interview.notTaken.value;
  const help = page?.helpFrom ?? '';
  return (
    <main class="iv">
      <h1>{say('care.title')}</h1>
      <p>{say('care.text')}</p>
      <p>{say('care.talk')}</p>
      {help !== '' && (
        <>
          <p>
            <strong>{say('care.help')}</strong>
          </p>
          <p class="iv-help" dir="auto">
            {help}
          </p>
          <p>{say('care.them')}</p>
        </>
      )}
      <p class={waits ? 'iv-note' : 'iv-note iv-good'} role="status">
        {say(waits ? 'care.waits' : 'care.saved')}
        {notTaken !== null && ` ${say('waits.why', { why: REFUSALS[notTaken.refusal].wording })}`}
      </p>
      <div class="iv-foot">
        <button type="button" class="button" onClick={() => interview.set({ step: 'start' })}>
          {say('care.again')}
        </button>
      </div>
    </main>
  );
}
