/** What is asked once before it happens. */
import type { Consent } from '../../../core/consent.ts';
import type { Command } from '../../../core/room.ts';
import type { ConsoleView } from '../../../core/view.ts';
import { may } from '../staff.ts';
import { smallWords } from './checkWords.ts';
import type { Desk } from './desk.ts';
import { Dialog } from './dialog.tsx';
import { say } from './words.ts';

/** A choice between doing it and leaving it; leaving it has the focus, so that a stray key does no harm. */
export function Question(props: {
  title: string;
  text: string;
  /** What is to be known besides. */
  more?: string | null;
  yes: string;
  no: string;
  answer: (yes: boolean) => void;
}) {
  return (
    <Dialog title={props.title} asks close={() => props.answer(false)}>
      <p>{props.text}</p>
      {(props.more ?? null) !== null && <p>{props.more}</p>}
      <div class="dialog-buttons">
        <button type="button" class="button" autoFocus onClick={() => props.answer(false)}>
          {props.no}
        </button>
        <button type="button" class="button button-main" onClick={() => props.answer(true)}>
          {props.yes}
        </button>
      </div>
    </Dialog>
  );
}

/** The step once more, with what the facilitator said. */
function withConsent(step: Command, consent: Consent): Command {
  if (step.do === 'reveal' || step.do === 'next') return { ...step, ...consent };
  if (step.do === 'check' && step.change.to === 'show') {
    const { sure, again } = consent;
    const asked = { ...(sure === undefined ? {} : { sure }), ...(again === undefined ? {} : { again }) };
    return { ...step, change: { ...step.change, ...asked } };
  }
  return step;
}

/**
 * Fewer than five answered: the facilitator asks the room, then the step is sent again with a yes.
 *
 * @param props.dots it is dots of which there are so few
 */
export function SmallRoom(props: { desk: Desk; answered: number; dots: boolean; step: Command }) {
  const { desk, answered, dots, step } = props;
  const answer = (yes: boolean): void => {
    desk.dialog.value = null;
    if (yes) void desk.run(withConsent(step, { sure: true }));
  };
  return (
    <Question
      title={say('small.title')}
      text={step.do === 'check' ? smallWords(answered, dots) : say('small.text', { n: answered })}
      yes={say('small.yes')}
      no={say('small.no')}
      answer={answer}
    />
  );
}

/** A choice between two ways to show a board, the first of which is the safer one, and leaving it. */
function HowToShow(props: {
  desk: Desk;
  step: Command;
  title: string;
  text: string;
  ways: readonly [safe: [string, Consent], other: [string, Consent]];
}) {
  const { desk, step, ways } = props;
  const close = (): void => void (desk.dialog.value = null);
  const show = (consent: Consent) => (): void => {
    close();
    void desk.run(withConsent(step, consent));
  };
  const [[safe, safely], [other, otherwise]] = ways;
  return (
    <Dialog title={props.title} asks close={close}>
      <p>{props.text}</p>
      <div class="dialog-buttons">
        <button type="button" class="button" onClick={close}>
          {say('small.no')}
        </button>
        <button type="button" class="button" onClick={show(otherwise)}>
          {other}
        </button>
        <button type="button" class="button button-main" autoFocus onClick={show(safely)}>
          {safe}
        </button>
      </div>
    </Dialog>
  );
}

/** A whole group gave one answer: shown by group, it tells what each of them said. */
export function OneAnswer(props: { desk: Desk; group: string; step: Command }) {
  const { desk, group, step } = props;
  return (
    <HowToShow
      desk={desk}
      step={step}
      title={say('alike.title')}
      text={say('alike.text', { group })}
      ways={[
        [say('alike.together'), { together: true }],
        [say('alike.apart'), { sure: true }],
      ]}
    />
  );
}

/** Late cards and withdrawals: shown again, the room could see what they are. */
export function FewChanged(props: { desk: Desk; changed: number; step: Command }) {
  const { desk, changed, step } = props;
  return (
    <HowToShow
      desk={desk}
      step={step}
      title={say('few.title')}
      text={say('few.text', { n: changed })}
      ways={[
        [say('few.same'), { again: 'same' }],
        [say('few.new'), { again: 'new' }],
      ]}
    />
  );
}

/** Passing a comment on cannot be taken back. */
export function PassOn({ desk, id }: { desk: Desk; id: string }) {
  const answer = (yes: boolean): void => {
    desk.dialog.value = null;
    if (!yes) return;
    void desk.run({ do: 'concern', id }).then((done) => {
      if (done) desk.message.value = say('mod.concern.done');
    });
  };
  return (
    <Question
      title={say('mod.concern.title')}
      text={`${say('mod.concern.text')} ${say('mod.concern.said')}`}
      yes={say('mod.concern.yes')}
      no={say('mod.concern.no')}
      answer={answer}
    />
  );
}

/** Nobody is named to whom it could go; once somebody is, the question is asked. */
export function NoLead({ desk, view }: { desk: Desk; view: ConsoleView }) {
  const close = (): void => void (desk.dialog.value = null);
  const names = may('PUT /api/consultations/:id/concerns/lead');
  return (
    <Dialog title={say('mod.lead.title')} close={close}>
      <p>{say(names ? 'mod.lead.text' : 'mod.lead.ask')}</p>
      <div class="dialog-buttons">
        <button type="button" class="button" autoFocus onClick={close}>
          {say('mod.lead.close')}
        </button>
        {names && (
          <a
            class="button button-main"
            href={`/console/c/${view.session.consultation}/concerns`}
            target="_blank"
            rel="noopener"
          >
            {say('mod.lead.go')}
          </a>
        )}
      </div>
    </Dialog>
  );
}

export function EndSession({ desk }: { desk: Desk }) {
  const answer = (yes: boolean): void => {
    desk.dialog.value = null;
    if (yes) void desk.run({ do: 'end' });
  };
  return (
    <Question
      title={say('end.title')}
      text={say('end.text')}
      yes={say('end.yes')}
      no={say('end.no')}
      answer={answer}
    />
  );
}
