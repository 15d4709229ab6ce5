/** Words that are not in, where they are said to stay and where they are shown. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { checkAt } from '../../core/checking.ts';
import { isProposal, isThought } from '../../core/thought.ts';
import { isTopicPlace } from '../../core/topics.ts';
import type { Entry } from '../shared/outbox.ts';
import { lateAnswers, leftOn, letGo, whereFrom, type Left } from './leftWords.ts';
import { Button } from './parts.tsx';
import type { Phone } from './phone.ts';
import { sayTalk } from './talkWords.ts';

/**
 * While the session runs, what came too late for a talk stands until it is sent on or let go; of everything else that is
 * on no form it is said that it stays, and the next seat reads none of it. Once it is over all of it is shown.
 *
 * @param props.board whose screen this is; but where there is only to think, it tells itself what came too late there
 * @param props.mode how that screen is: with a form of its own, or without
 * @param props.here other places whose words are on this screen, in a form
 * @param props.writing a thought is being written there: the room talks, and late ones go on after it
 * @param props.again where thoughts are added: leads to sending it there; it returns null where that cannot be
 */
export function Late(props: {
  phone: Phone;
  board?: number;
  mode?: string;
  here?: readonly number[];
  again?: (entry: Entry) => (() => void) | null;
  writing?: boolean;
}): JSX.Element | null {
  const { phone, board, mode = '', here = [], again, writing = false } = props;
  const { state } = phone;
  const [, draw] = useState(0);
  const view = state.hello?.view;
  const over = state.gone || view?.state === 'ended';
  // Where the room talks about this statement they stand among the thoughts.
  const front = view?.boards.find(({ n }) => n === board && n === view.at);
  if (front?.state === 'discussed' && again === undefined) return null;
  const onForm = /^(?:form|edit)$/.test(mode) ? [board] : here;
  const isShown = ({ place, late }: Left): boolean =>
    over ||
    (late !== undefined &&
      (isThought(place) ||
        (view?.topics !== undefined && isTopicPlace(place)) ||
        (view?.check !== undefined && checkAt(place) !== null)));
  const left = leftOn(phone).filter(
    ({ place, late }) =>
      over || (late === undefined ? !onForm.includes(place) : place !== board || mode === 'think'),
  );
  const words = left.filter(isShown);
  const shown = [...words, ...lateAnswers(phone, view?.check !== undefined && !over)];
  const drop = (one: Left): void => {
    letGo(phone, one);
    draw((n) => n + 1);
  };
  return (
    <>
      {shown.length > 0 && (
        <div class="notice late" role="alert">
          {shown.map((one) => (
            <One
              key={one.place + one.text}
              left={one}
              from={whereFrom(phone, one.place)}
              again={(one.text !== '' && one.late && again?.(one.late)) || null}
              kept={!over && !(writing && isTalk(one))}
              drop={() => drop(one)}
            />
          ))}
          {over && words.length > 0 && <p>{sayTalk('late.over')}</p>}
        </div>
      )}
      {words.length < left.length && <p class="notice late">{sayTalk('late.kept')}</p>}
    </>
  );
}

/** Before the last question: that there is something to see after it. */
export function LateAfter({ phone }: { phone: Phone }): JSX.Element | null {
  return leftOn(phone).length === 0 ? null : <p class="notice late">{sayTalk('late.after')}</p>;
}

function isTalk({ place }: Left): boolean {
  return isThought(place) && !isProposal(place);
}

function One(props: {
  left: Left;
  from: string;
  again: (() => void) | null;
  /** It is to be said that it stays. */
  kept: boolean;
  drop: () => void;
}): JSX.Element {
  const { left, from, again, kept, drop } = props;
  return (
    <div class="late-one">
      <p>
        <strong>{from}</strong> {left.why}
      </p>
      {left.text !== '' && (
        <p class="pre" dir="auto">
          {left.text}
        </p>
      )}
      {again !== null ? (
        <Button onClick={again}>{sayTalk('late.send')}</Button>
      ) : (
        kept && left.text !== '' && <p>{sayTalk(isTalk(left) ? 'late.kept.talk' : 'late.kept.copy')}</p>
      )}
      <Button kind="link" onClick={drop}>
        {sayTalk('late.drop')}
      </Button>
    </div>
  );
}
