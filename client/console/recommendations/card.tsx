/** One recommendation: its line in the list, and under it everything about it while it is open. */
import { subPoints, KINDS, type Recommendation } from '../../../core/recommendations/types.ts';
import type { CheckedSession } from '../../../core/recommendations/api.ts';
import { capMarks } from '../../../core/text.ts';
import { Radios } from '../pages/parts/choices.tsx';
import { begin } from '../talk/words.ts';
import { CheckedLine, CheckedPart } from './checked.tsx';
import type { Desk } from './desk.ts';
import { AnswerPart, AskedPart } from './edit/answer.tsx';
import { EvidencePart } from './edit/evidence.tsx';
import { DonePart, ToldPart } from './edit/followUp.tsx';
import { ReadOnly } from './edit/readOnly.tsx';
import { Remove } from './edit/remove.tsx';
import { Field } from './edit/typed.tsx';
import type { Facts } from './facts.ts';
import { marksOf, say } from './words.ts';

interface Props {
  desk: Desk;
  facts: Facts | null;
  one: Recommendation;
  /** Place in its list, from 1. */
  number: number;
  last: number;
  today: string;
  /** By when people were told that there would be an answer. */
  answerDue: string;
  floor: number;
  /** Of rooms that were asked. */
  checked: readonly CheckedSession[];
  /** By participants' dots; null: none are on it. */
  place: { n: number; shared: boolean } | null;
  /** Somebody who only reads has no fields. */
  writes: boolean;
  /** It can be moved: the list is in the team's order. */
  moves: boolean;
  open: boolean;
  toggle: () => void;
  move: (by: -1 | 1) => void;
}

export function Card(props: Props) {
  const { desk, one, number, last, open, toggle, move, moves, facts, today, answerDue } = props;
  const { checked, place } = props;
  const points = subPoints(one);
  const rests = facts?.rests(one);
  const text = begin(one.text);
  const dayWaits = [...desk.days.value.keys()].some((key) => key.split(' ')[0] === one.id);
  return (
    <li id={`rec-${one.id}`} class={open ? 'rec rec-open' : 'rec'}>
      <div class="rec-head">
        <span class="rec-number">{number}</span>
        <div class="rec-line">
          <h3>
            <button
              type="button"
              class="rec-name"
              aria-expanded={open}
              dir="auto"
              data-rec={one.id}
              onClick={toggle}
              onKeyDown={(event) => {
                if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') || !moves) return;
                event.preventDefault();
                move(event.key === 'ArrowUp' ? -1 : 1);
              }}
            >
              {capMarks(one.text)}
            </button>
          </h3>
          {points.length > 0 && !open && (
            <ul class="rec-points">
              {points.map((point, i) => (
                <li key={i} dir="auto">
                  {capMarks(point)}
                </li>
              ))}
            </ul>
          )}
          <p class="rec-marks">
            {one.to !== '' && <bdi class="soft">{capMarks(one.to)}</bdi>}
            {marksOf(one, { today, answerDue }).map(({ words, kind }) => (
              <span key={words} class={`rec-mark rec-${kind}`}>
                {words}
              </span>
            ))}
            {desk.begun.value.has(one.id) && <span class="rec-mark rec-warn">{say('state.begun')}</span>}
            {dayWaits && <span class="rec-mark rec-warn">{say('state.promising')}</span>}
            {(rests?.lone === true || rests?.loneInterview === true) && (
              <span class="rec-mark rec-plain">{say('lone')}</span>
            )}
            <span class="soft">
              {one.evidence.length === 0
                ? say('evidence.none')
                : say('evidence.n', { n: one.evidence.length })}
            </span>
          </p>
          <CheckedLine
            one={one}
            sessions={checked}
            place={place?.n ?? null}
            shared={place?.shared === true}
          />
        </div>
        {moves && (
          <div class="rec-order">
            <button
              type="button"
              class="icon"
              disabled={number === 1}
              aria-label={say('up.of', { text })}
              title={say('up')}
              onClick={() => move(-1)}
            >
              ↑
            </button>
            <button
              type="button"
              class="icon"
              disabled={number === last}
              aria-label={say('down.of', { text })}
              title={say('down')}
              onClick={() => move(1)}
            >
              ↓
            </button>
          </div>
        )}
      </div>
      {open && <Open {...props} />}
    </li>
  );
}

function Open({ desk, facts, one, today, floor, writes, toggle, checked }: Props) {
  const of = { desk, id: one.id, fields: one };
  return (
    <div class="rec-body">
      {writes && (
        <section class="rec-part" aria-labelledby={`text-${one.id}`}>
          <h4 id={`text-${one.id}`}>{say('part.text')}</h4>
          <Field {...of} name="text" label={say('field.text')} needed={say('field.text.empty')} area />
          <Field {...of} name="points" label={say('field.points')} area />
          <div class="rec-choices">
            <Radios
              path={`${one.id}.kind`}
              legend={say('field.kind')}
              options={KINDS.map((value) => ({ value, label: say(`kind.${value}`) }))}
              value={one.kind}
              onChange={(kind) => desk.perform([{ key: one.id, was: { kind: one.kind }, set: { kind } }])}
            />
          </div>
        </section>
      )}
      {facts !== null && <EvidencePart desk={desk} one={one} facts={facts} writes={writes} />}
      <CheckedPart one={one} sessions={checked} />
      {!writes && <ReadOnly one={one} />}
      {writes && (
        <>
          <AskedPart desk={desk} one={one} />
          <AnswerPart desk={desk} one={one} />
          <DonePart desk={desk} one={one} today={today} />
          <ToldPart desk={desk} one={one} floor={floor} />
          <div class="row">
            <button type="button" class="button" onClick={toggle}>
              {say('close')}
            </button>
            <Remove desk={desk} one={one} checked={checked} />
          </div>
        </>
      )}
    </div>
  );
}
