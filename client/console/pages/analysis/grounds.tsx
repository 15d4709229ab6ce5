/** What groups share and where they are split: two lists of statements, with the rule each follows. */
import type { ComponentChildren } from 'preact';
import type { Line } from '../../../../core/analysis/lines.ts';
import { compared, LEAST_ANSWERS } from '../../../../core/analysis/camps.ts';
import { say } from '../say.ts';
import { sayList } from '../../words.ts';
import { sayFigure } from '../figureWords.ts';
import { sayCommon, saySplitSide } from './words.ts';

/** Statements that each list shows until it is asked for all. */
const AT_FIRST = 8;
/** Numbers of statements that are told beside a list's name. */
const NUMBERS = 8;

interface Props {
  lines: readonly Line[];
  open: (statement: string) => void;
}

export function Grounds({ lines, open }: Props) {
  const common = lines.filter((line) => line.common !== null);
  const split = lines.filter((line) => line.split !== null);
  const comparable = lines.some(({ figures, shared }) => compared(figures, shared).length >= 2);
  return (
    <div class="grounds">
      <List
        title={say('an.common', { n: common.length })}
        rule={say('an.common.rule', { least: LEAST_ANSWERS })}
        none={say(comparable ? 'an.common.none' : 'an.common.one', { least: LEAST_ANSWERS })}
        lines={common}
        told={(line) => <span class="ground-words">{sayCommon(line)}</span>}
        open={open}
      />
      <List
        title={say('an.split', { n: split.length })}
        rule={say('an.split.rule', { least: LEAST_ANSWERS })}
        none={say('an.split.none')}
        lines={split}
        told={(line) => <SplitTold line={line} />}
        open={open}
      />
    </div>
  );
}

/** Who is on either side, each a short list; or that everyone is in two camps. */
function SplitTold({ line: { split, everyone, statement } }: { line: Line }) {
  if (split === null || split.is === 'within')
    return (
      <span class="ground-words">
        {say('an.split.within', { sentence: sayFigure(everyone, statement.scale) })}
      </span>
    );
  return (
    <span class="ground-sides">
      {(['agree', 'disagree'] as const).map((side) => (
        <span key={side} class="ground-side">
          <span class={`ground-side-name ground-${side}`}>{saySplitSide(statement.scale, side)}</span>
          {split[side].map((label) => (
            <bdi key={label}>{label}</bdi>
          ))}
        </span>
      ))}
    </span>
  );
}

interface ListProps {
  title: string;
  rule: string;
  none: string;
  lines: readonly Line[];
  told: (line: Line) => ComponentChildren;
  open: (statement: string) => void;
}

function List({ title, rule, none, lines, told, open }: ListProps) {
  const rest = lines.slice(AT_FIRST);
  const item = (line: Line) => (
    <li key={line.statement.id}>
      <button type="button" class="ground" onClick={() => open(line.statement.id)}>
        <span class="statement-number">{line.number}</span>
        <span>
          <span class="ground-text" dir="auto">
            {line.statement.text}
          </span>
          {told(line)}
        </span>
      </button>
    </li>
  );
  const numbers = lines.slice(0, NUMBERS).map((line) => String(line.number));
  return (
    <details class="ground-list">
      <summary>
        <h2>{title}</h2>
        {lines.length > 0 && (
          <span class="ground-numbers">
            {lines.length > NUMBERS
              ? say('an.numbers.more', { numbers: numbers.join(', '), n: lines.length - NUMBERS })
              : say('an.numbers', { n: lines.length, numbers: sayList(numbers) })}
          </span>
        )}
      </summary>
      <p class="hint">{rule}</p>
      {lines.length === 0 ? <p class="quiet">{none}</p> : <ul>{lines.slice(0, AT_FIRST).map(item)}</ul>}
      {rest.length > 0 && (
        <details>
          <summary>{say('an.more', { n: rest.length })}</summary>
          <ul>{rest.map(item)}</ul>
        </details>
      )}
    </details>
  );
}
