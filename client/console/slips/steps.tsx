/** Questions that are answered by one key: the group, and what is marked under a statement. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { answerLabel, MARKS, toneOf } from '../../../core/scale.ts';
import { Keyed } from './isIn.tsx';
import { leadsBack, useStepKeys } from './keys.ts';
import type { StepProps } from './filling.tsx';
import { answerKeys, GROUP_KEYS, withGroup, type AnswerKey } from './model.ts';
import { say, textOn } from './words.ts';

export function GroupStep({ form, draft, set, on, back }: StepProps) {
  const box = useRef<HTMLDivElement>(null);
  const [need, setNeed] = useState(false);
  useLayoutEffect(() => box.current?.focus(), []);
  const choose = (id: string): void => {
    setNeed(false);
    set({ groups: withGroup(form, draft, id) });
  };
  const go = (): void => (draft.groups.length === 0 ? setNeed(true) : on());
  useStepKeys((key) => {
    const at = key.length === 1 ? GROUP_KEYS.indexOf(key.toLowerCase()) : -1;
    const group = at === -1 ? undefined : form.groups[at];
    if (group !== undefined) choose(group.id);
    else if (key === 'Enter') go();
    else if (leadsBack(key, null)) back();
    else return false;
    return true;
  });
  return (
    <div
      ref={box}
      class="slips-step"
      tabIndex={-1}
      role="group"
      aria-labelledby="slips-ask"
      aria-describedby="slips-keys"
    >
      <h3 id="slips-ask" class="slips-statement">
        {say(form.mostGroups > 1 ? 'groups.ask.two' : 'groups.ask')}
      </h3>
      <div class="slips-keys">
        {form.groups.map((g, i) => (
          <Keyed
            key={g.id}
            keyName={(GROUP_KEYS[i] ?? '').toUpperCase()}
            label={g.label}
            on={draft.groups.includes(g.id)}
            act={() => choose(g.id)}
          />
        ))}
      </div>
      <p id="slips-keys" class="soft">
        {say('groups.keys')}
      </p>
      <Need on={need} what={say('groups.need')} />
      <Go act={go} />
    </div>
  );
}

export function AnswerStep({ form, draft, on, back, i }: StepProps & { i: number }) {
  const box = useRef<HTMLDivElement>(null);
  const [need, setNeed] = useState(false);
  useLayoutEffect(() => box.current?.focus(), []);
  const board = form.boards[i];
  const typed = draft.typed.get(board?.n ?? 0);
  const keys = board === undefined ? [] : answerKeys(board.scale);
  const mark = ({ answer }: AnswerKey): void => {
    if (board === undefined) return;
    const comment = answer === null ? '' : (typed?.comment ?? '');
    on({ typed: new Map(draft.typed).set(board.n, { answer, comment }) });
  };
  const go = (): void => (typed === undefined ? setNeed(true) : on());
  useStepKeys((key) => {
    const found = keys.find((k) => k.key === key);
    if (found !== undefined) mark(found);
    else if (key === 'Enter') go();
    else if (leadsBack(key, null)) back();
    else return false;
    return true;
  });
  if (board === undefined) return null;
  return (
    <div
      ref={box}
      class="slips-step"
      tabIndex={-1}
      role="group"
      aria-labelledby="slips-at slips-ask"
      aria-describedby="slips-keys"
    >
      <p id="slips-at" class="slips-at">
        {say('statement', { n: i + 1, of: form.boards.length })}
      </p>
      <h3 id="slips-ask" class="slips-statement" dir="auto">
        {textOn(board, draft.groups)}
      </h3>
      <p>{say('answer.label')}</p>
      <div class="slips-answers">
        {[keys.filter(isCode), keys.filter((k) => !isCode(k))].map((column, at) => (
          <div key={at} class="slips-column">
            {column.map((k) => (
              <Keyed
                key={k.key}
                keyName={k.key}
                label={k.answer === null ? say('answer.blank') : answerLabel(board.scale, k.answer)}
                {...(typeof k.answer === 'number'
                  ? { mark: MARKS[toneOf(board.scale, k.answer)] ?? '', tone: toneOf(board.scale, k.answer) }
                  : {})}
                on={typed !== undefined && typed.answer === k.answer}
                act={() => mark(k)}
              />
            ))}
          </div>
        ))}
      </div>
      <p id="slips-keys" class="soft">
        {say('answer.keys')} {typed !== undefined && say('answer.kept')}
      </p>
      <Need on={need} what={say('answer.need')} />
    </div>
  );
}

/** An answer of the scale; the others stand apart, as on the wall. */
function isCode({ answer }: AnswerKey): boolean {
  return typeof answer === 'number';
}

/** Said at once to whoever cannot see it. */
function Need({ on, what }: { on: boolean; what: string }) {
  return (
    <p role="alert" class="bad slips-need">
      {on && what}
    </p>
  );
}

/** Enter, for whoever has a mouse only. */
export function Go({ act, off = false }: { act: () => void; off?: boolean }) {
  return (
    <p>
      <button type="button" class="button" disabled={off} onClick={act}>
        {say('number.go')}
      </button>
    </p>
  );
}
