/** Before the first question: who asks, with whom, and what is read out and said yes to. */
import { REFUSALS } from '../../../../core/refusals.ts';
import type { InterviewPage } from '../../../../core/talk/api.ts';
import { useState } from 'preact/hooks';
import type { Begun } from './begun.ts';
import { answered, sayInterview as say, type Interview } from './interview.ts';
import { Sure } from './sure.tsx';

interface Props {
  interview: Interview;
  page: InterviewPage | null;
}

export function Start({ interview, page, id }: Props & { id: string }) {
  const open = answered(interview.begun.value) > 0;
  const waiting = interview.waiting.value;
  const notTaken = interview.notTaken.value;
  const n = page?.questions.length ?? 0;
  return (
    <main class="iv">
      <h1>{say('start.title')}</h1>
      <p class="iv-quiet">
        <bdi>{page?.title}</bdi>
      </p>
      <p>{n === 0 ? say('start.none') : say('start.n', { n })}</p>
      <p>
        <strong>{say('start.sound')}</strong>
      </p>
      <p>{say('start.away')}</p>
      {waiting > 0 && (
        <p class="iv-note" role="status">
          {say('waits.n', { n: waiting })}
          {notTaken !== null && ` ${say('waits.why', { why: REFUSALS[notTaken.refusal].wording })}`}
        </p>
      )}
      {open ? (
        <>
          <Open interview={interview} />
          <details>
            <summary>{say('begun.who')}</summary>
            <With interview={interview} page={page} />
          </details>
        </>
      ) : (
        <With interview={interview} page={page} />
      )}
      <div class="iv-foot">
        <a class="button" href={`/console/c/${id}/sources`}>
          {say('way')}
        </a>
        {!open && (
          <button type="button" class="button button-main" onClick={() => interview.begin()}>
            {say('start.go')}
          </button>
        )}
      </div>
    </main>
  );
}

/** One that is begun: whoever comes next must not go on with it unseen. */
function Open({ interview }: { interview: Interview }) {
  const [asking, setAsking] = useState(false);
  if (asking)
    return <Sure words={say('end.drop.sure')} drop={() => interview.drop()} keep={() => setAsking(false)} />;
  return (
    <div class="iv-note iv-begun">
      <Already begun={interview.begun.value} />
      <p>{say('begun.else')}</p>
      <button type="button" class="button" onClick={() => interview.goOn()}>
        {say('begun.go')}
      </button>
      <button type="button" class="button" onClick={() => setAsking(true)}>
        {say('end.drop')}
      </button>
    </div>
  );
}

function Already({ begun }: { begun: Begun }) {
  return (
    <p>
      <strong>{say('begun.n', { n: answered(begun) })}</strong> {say('begun.same')}
    </p>
  );
}

/** Who asks, and whom. */
function With({ interview, page }: Props) {
  const { interviewer, group, gender, ageBand } = interview.begun.value;
  return (
    <>
      <fieldset class="iv-pick">
        <legend>{say('start.you')}</legend>
        {(['peer', 'staff'] as const).map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="you"
              checked={interviewer === one}
              onChange={() => interview.set({ interviewer: one })}
            />
            {say(`start.${one}`)}
          </label>
        ))}
      </fieldset>
      <p>{say('start.who')}</p>
      <Pick
        label={say('start.group')}
        value={group}
        choices={page?.groups.map((one) => [one.id, one.label]) ?? []}
        choose={(value) => interview.set({ group: value })}
      />
      <Pick
        label={say('start.gender')}
        value={gender}
        choices={page?.genders.map((one) => [one, one]) ?? []}
        choose={(value) => interview.set({ gender: value })}
      />
      <Pick
        label={say('start.age')}
        value={ageBand}
        choices={page?.ageBands.map((one) => [one, one]) ?? []}
        choose={(value) => interview.set({ ageBand: value })}
      />
    </>
  );
}

/** What nobody has written down before cannot be chosen. */
function Pick(props: {
  label: string;
  value: string;
  choices: readonly (readonly [string, string])[];
  choose: (value: string) => void;
}) {
  if (props.choices.length === 0) return null;
  return (
    <label class="iv-field">
      <span>{props.label}</span>
      <select
        class="select"
        value={props.value}
        onChange={(event) => props.choose(event.currentTarget.value)}
      >
        <option value="">{say('start.not')}</option>
        {props.choices.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

export function Told({ interview, page }: Props) {
  const { mayUse, mayQuote } = interview.begun.value;
  const [missing, setMissing] = useState(false);
  const [asking, setAsking] = useState(false);
  const typed = answered(interview.begun.value);
  const danger = page?.dangerTo ?? '';
  const go = (): void => {
    if (mayUse === false && typed > 0) setAsking(true);
    else if (mayUse === false) interview.refuse();
    else if (mayUse === null || mayQuote === null) setMissing(true);
    else interview.ask();
  };
  return (
    <main class="iv">
      <h1>{say('told.title')}</h1>
      {typed > 0 && (
        <div class="iv-note">
          <Already begun={interview.begun.value} />
        </div>
      )}
      <ul class="iv-told">
        <li>{say('told.why', { title: page?.title ?? '' })}</li>
        <li>{say('told.free')}</li>
        <li>{say('told.kept')}</li>
        <li>{danger === '' ? say('told.danger.nobody') : say('told.danger', { who: danger })}</li>
      </ul>
      <YesNo of="mayUse" value={mayUse} words="told.use" interview={interview} />
      {mayUse !== false && <YesNo of="mayQuote" value={mayQuote} words="told.quote" interview={interview} />}
      {missing && (mayUse === null || mayQuote === null) && (
        <p class="iv-note" role="alert">
          {say('told.choose')}
        </p>
      )}
      {asking && mayUse === false ? (
        <Sure
          words={say('told.no.sure', { n: typed })}
          drop={() => interview.refuse()}
          keep={() => {
            setAsking(false);
            interview.set({ mayUse: null });
          }}
        />
      ) : (
        <div class="iv-foot">
          <button type="button" class="button" onClick={() => interview.set({ step: 'start' })}>
            {say('back')}
          </button>
          <button type="button" class="button button-main" onClick={go}>
            {say('next')}
          </button>
        </div>
      )}
    </main>
  );
}

function YesNo(props: {
  of: 'mayUse' | 'mayQuote';
  value: Begun['mayUse'];
  words: 'told.use' | 'told.quote';
  interview: Interview;
}) {
  const { of, value, words, interview } = props;
  return (
    <fieldset class="iv-pick">
      <legend>{say(words)}</legend>
      <p class="iv-quiet">{say(`${words}.hint`)}</p>
      {[true, false].map((yes) => (
        <label key={String(yes)}>
          <input
            type="radio"
            name={of}
            checked={value === yes}
            onChange={() => interview.set({ [of]: yes })}
          />
          {say(yes ? 'yes' : 'no')}
        </label>
      ))}
    </fieldset>
  );
}
