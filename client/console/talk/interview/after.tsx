/** After the last question: handing over, and a moment for whoever has listened. */
import { useState } from 'preact/hooks';
import { REFUSALS } from '../../../../core/refusals.ts';
import type { InterviewPage } from '../../../../core/talk/api.ts';
import { capMarks } from '../../../../core/text.ts';
import { answered, sayInterview as say, textOf, unanswered, type Interview } from './interview.ts';
import { Sure } from './sure.tsx';

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
  const open = unanswered(begun);
  return (
    <main class="iv">
      <h1>{say('end.title')}</h1>
      <p>{empty ? say('end.none') : say('end.text', { n: answered(begun) })}</p>
      {open.length > 0 && (
        <section class="iv-open" aria-label={say('end.open', { n: open.length })}>
          <p>{say('end.open', { n: open.length })}</p>
          <ul>
            {open.map((at) => (
              <li key={at}>
                <button type="button" class="button" onClick={() => interview.set({ step: 'ask', at })}>
                  <bdi>{say('end.open.one', { n: at + 1, text: capMarks(begun.questions[at] ?? '') })}</bdi>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {asking ? (
        <Sure words={say('end.drop.sure')} drop={() => interview.drop()} keep={() => setAsking(false)} />
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
  const waits = interview.lastWaits.value;
  const notTaken = waits ? interview.notTaken.value : null;
  const help = page?.helpFrom ?? '';
  return (
    <main class="iv">
      <h1>{say('care.title')}</h1>
      <p class={waits ? 'iv-note' : 'iv-note iv-good'} role="status">
        {say(waits ? 'care.waits' : 'care.saved')}
        {notTaken !== null && ` ${say('waits.why', { why: REFUSALS[notTaken.refusal].wording })}`}
      </p>
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
      <div class="iv-foot">
        <button type="button" class="button" onClick={() => interview.set({ step: 'start' })}>
          {say('care.again')}
        </button>
      </div>
    </main>
  );
}
