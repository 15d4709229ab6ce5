/** Small parts that every screen of the phone is made of. */
import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Answer, Scale } from '../../core/scale.ts';
import { answerWord, say, toneAndMark } from './words.ts';

/** So soon after a step came, in milliseconds, a tap is the second of a double one: nobody has read what it would press. */
const TOO_SOON_MS = 300;

let lastStep: string | null = null;

/**
 * A screen: one heading, what belongs to it, and at the bottom what can be pressed. When the step
 * changes the heading takes the focus and the page's title follows.
 *
 * @param step names the step; text that changes within a step moves nothing
 */
export function Page(props: {
  step: string;
  title: string;
  /** Absent: the title. */
  heading?: ComponentChildren;
  eyebrow?: string | undefined;
  lang?: string | undefined;
  statement?: boolean;
  actions?: ComponentChildren;
  children?: ComponentChildren;
}): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    document.title = say('page.title', { step: props.title });
    if (lastStep !== null && lastStep !== props.step) {
      window.scrollTo(0, 0);
      const { style } = document.body;
      style.pointerEvents = 'none';
      setTimeout(() => (style.pointerEvents = ''), TOO_SOON_MS);
      // A problem that came with the step has taken the focus already.
      if (document.querySelector('.problem') === null) heading.current?.focus({ preventScroll: true });
    }
    lastStep = props.step;
  }, [props.step, props.title]);
  return (
    <>
      <main>
        {props.eyebrow !== undefined && <p class="eyebrow">{props.eyebrow}</p>}
        <h1
          ref={heading}
          tabIndex={-1}
          lang={props.lang}
          dir={props.lang === undefined ? undefined : 'auto'}
          class={props.statement === true ? 'statement' : undefined}
        >
          {props.heading ?? props.title}
        </h1>
        {props.children}
      </main>
      {props.actions !== undefined && <div class="actions">{props.actions}</div>}
    </>
  );
}

/** A button that does one thing. `kind`: the one to press, one of equals, a quiet one, or as quiet as text. */
export function Button(props: {
  kind?: 'primary' | 'equal' | 'quiet' | 'link';
  pressed?: boolean;
  onClick: () => void;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <button type="button" class={props.kind ?? 'quiet'} aria-pressed={props.pressed} onClick={props.onClick}>
      {props.children}
    </button>
  );
}

/** An answer's mark on its colour; the word beside it says the same. */
export function Mark({ scale, answer }: { scale: Scale; answer: Answer }): JSX.Element | null {
  const look = toneAndMark(scale, answer);
  return look === null ? null : (
    <span class={`mark tone-${look.tone}`} aria-hidden="true">
      {look.mark}
    </span>
  );
}

/** One choice of a list of radios or checkboxes, with an answer's mark where it has one. */
export function Choice(props: {
  type: 'radio' | 'checkbox';
  name: string;
  checked: boolean;
  id?: string | undefined;
  onChange: (checked: boolean) => void;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <label class="choice">
      <input
        type={props.type}
        name={props.name}
        id={props.id}
        checked={props.checked}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <span class="face">{props.children}</span>
    </label>
  );
}

/** The choice of one answer. */
export function AnswerFace({ scale, answer }: { scale: Scale; answer: Answer }): JSX.Element {
  return (
    <>
      <span dir="auto">{answerWord(scale, answer)}</span>
      <Mark scale={scale} answer={answer} />
    </>
  );
}

/** What is wrong and where; it takes the focus when it appears. */
export function Problem({ text, target }: { text: string; target: string }): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => box.current?.focus(), [text]);
  return (
    <div class="problem" ref={box} tabIndex={-1} role="alert">
      <h2>{say('form.problem')}</h2>
      <a
        href={`#${target}`}
        onClick={(event) => {
          event.preventDefault();
          document.getElementById(target)?.focus();
        }}
      >
        {text}
      </a>
    </div>
  );
}

/** A sentence that must not be missed; it takes the focus when it appears. */
export function Alert({ children }: { children: ComponentChildren }): JSX.Element {
  const box = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => box.current?.focus(), []);
  return (
    <p class="notice" ref={box} tabIndex={-1} role="alert">
      {children}
    </p>
  );
}

/** A line of a list of facts; nothing where there is no fact. */
export function Fact({ name, children }: { name: string; children: string }): JSX.Element | null {
  if (children === '') return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  );
}

/**
 * A box for a code, which no phone corrects, completes or keeps.
 *
 * @param props.most characters, with room for spaces and dashes
 */
export function CodeInput(props: {
  id: string;
  label: string;
  hint: string;
  text: string;
  set: (text: string) => void;
  wrong: boolean;
  most: number;
}): JSX.Element {
  const hint = `${props.id}-hint`;
  return (
    <>
      <label for={props.id}>{props.label}</label>
      <p class="hint" id={hint}>
        {props.hint}
      </p>
      <input
        id={props.id}
        class="code"
        value={props.text}
        onInput={(event) => props.set(event.currentTarget.value)}
        aria-describedby={hint}
        aria-invalid={props.wrong}
        autocomplete="off"
        autocapitalize="characters"
        autocorrect="off"
        spellcheck={false}
        maxLength={props.most}
      />
    </>
  );
}
