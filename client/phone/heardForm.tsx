/** The two questions on being heard, on a phone and on a tablet that is passed round. */
import type { JSX } from 'preact';
import { COMMENT_CODE_POINTS } from '../../core/limits.ts';
import { speaker } from '../../core/message.ts';
import { cleanText, codePoints } from '../../core/text.ts';
import type { Info } from '../../core/view.ts';
import { HEARD_EN } from './messages/heard.en.ts';
import { Problem } from './parts.tsx';
import { Radios } from './radios.tsx';
import type { Draft } from './phone.ts';
import { LANG, refusalWord, say } from './words.ts';
import './heard.css';

export const sayHeard = speaker(HEARD_EN, LANG);

export const NOT_SAID: Draft = { answer: null, comment: '', audience: 1 };

export interface HeardProblem {
  text: string;
  target: string;
}

/** Whether what stopped somebody is asked for. */
const asksWhy = ({ answer }: Draft): boolean => answer !== null && answer !== 1;

/**
 * What stopped somebody, cleaned; or why it cannot be sent like that. Only what is on the screen is sent: words that
 * were typed under another answer are not.
 */
export function readHeard(said: Draft, told: Draft): { comment: string } | HeardProblem {
  const typed = asksWhy(said) ? said.comment : '';
  const comment = cleanText(typed);
  if (said.answer === null && told.answer === null)
    return { text: sayHeard('heard.choose'), target: 'said-1' };
  if (comment === null) return { text: refusalWord('bad-characters'), target: 'stopped' };
  if (codePoints(typed) > COMMENT_CODE_POINTS) return { text: refusalWord('too-long'), target: 'stopped' };
  return { comment };
}

export function HeardForm(props: {
  info: Pick<Info, 'open' | 'decided' | 'part'>;
  said: Draft;
  told: Draft;
  keepSaid: (draft: Draft) => void;
  keepTold: (draft: Draft) => void;
  problem: HeardProblem | null;
  /** What is kept of it. */
  kept: string;
}): JSX.Element {
  const { info, said, told, keepSaid, keepTold, problem } = props;
  const left = COMMENT_CODE_POINTS - codePoints(said.comment);
  const open = info.open !== '';
  const change = open ? info.open : info.decided;
  return (
    <>
      <p>{sayHeard('heard.text')}</p>
      {problem !== null && <Problem {...problem} />}
      <Radios
        name="said"
        legend={sayHeard('heard.said')}
        answers={[1, 2, 3, 'n']}
        word={(answer) => sayHeard(`heard.said.${answer as 1}`)}
        chosen={said.answer}
        choose={(answer) => keepSaid({ ...said, answer })}
      />
      {asksWhy(said) && (
        <>
          <label for="stopped">{sayHeard('heard.stopped')}</label>
          <p class="hint" id="stopped-hint">
            {sayHeard('heard.stopped.hint')}
          </p>
          <textarea
            id="stopped"
            rows={3}
            dir="auto"
            value={said.comment}
            onInput={(event) => keepSaid({ ...said, comment: event.currentTarget.value })}
            aria-describedby="stopped-hint stopped-count"
            autocomplete="off"
          />
          <p class={left < 0 ? 'hint over' : 'hint'} id="stopped-count">
            {left < 0 ? say('form.over', { n: -left }) : say('form.count', { n: left })}
          </p>
        </>
      )}
      {(change !== '' || info.part !== '') && (
        <>
          {change !== '' && (
            <Declared lead={sayHeard(open ? 'heard.told.open' : 'heard.told.decided')}>{change}</Declared>
          )}
          {info.part !== '' && <Declared lead={sayHeard('heard.told.part')}>{info.part}</Declared>}
          <Radios
            name="told"
            legend={sayHeard('heard.told')}
            answers={[1, 2, 3, 'x']}
            word={(answer) => sayHeard(`heard.told.${answer as 1}`)}
            chosen={told.answer}
            choose={(answer) => keepTold({ ...told, answer })}
          />
        </>
      )}
      <p class="hint">{props.kept}</p>
    </>
  );
}

function Declared({ lead, children }: { lead: string; children: string }): JSX.Element {
  return (
    <>
      <p>{lead}</p>
      <blockquote class="declared pre" dir="auto">
        {children}
      </blockquote>
    </>
  );
}
