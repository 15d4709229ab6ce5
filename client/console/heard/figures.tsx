/** What people said, as tables: counts below twenty people, percentages beside them from there on. */
import type { HeardFigure, HeardPool } from '../../../core/heard.ts';
import { sayDate } from '../words.ts';
import { say } from './words.ts';

type Apart = 'declined' | 'unknown';

const THREE = ['yes', 'partly', 'no'] as const;

function Head({ first, apart }: { first: 'column.who' | 'column.when'; apart: Apart }) {
  return (
    <thead>
      <tr>
        <th scope="col">{say(first)}</th>
        {THREE.map((answer) => (
          <th scope="col" key={answer}>
            {say(`column.${answer}`)}
          </th>
        ))}
        <th scope="col">{say('column.n')}</th>
        <th scope="col">{say(`column.${apart}`)}</th>
      </tr>
    </thead>
  );
}

function Row({ name, figure }: { name: string; figure: HeardFigure }) {
  const { n, percent, apart } = figure;
  return (
    <tr>
      <th scope="row" dir="auto">
        {name}
      </th>
      {THREE.map((answer) => (
        <td key={answer}>
          {percent === null
            ? say('count.of', { n: figure[answer], of: n })
            : say('percent', { n: figure[answer], percent: percent[answer] })}
        </td>
      ))}
      <td>{n}</td>
      <td>{apart}</td>
    </tr>
  );
}

/** @param props.nameOf the name of a session */
export function Pool(props: {
  pool: HeardPool;
  apart: Apart;
  floor: number;
  caption: string;
  nameOf: (id: string) => string;
}) {
  const { pool, apart, floor, caption, nameOf } = props;
  const { all, parts } = pool;
  if (all === null) return <p class="quiet">{say('few', { n: floor })}</p>;
  const name = (ids: readonly string[]): string =>
    ids.length === 1 ? nameOf(ids[0] ?? '') : say('several', { names: ids.map(nameOf).join(', ') });
  return (
    <>
      <table class="heard-table">
        <caption class="visually-hidden">{caption}</caption>
        <Head first="column.who" apart={apart} />
        <tbody>
          <Row name={say('all')} figure={all} />
          {parts.map(({ sessions, figure }) => (
            <Row key={sessions.join()} name={name(sessions)} figure={figure} />
          ))}
        </tbody>
      </table>
      {parts.length === 0 && <p class="quiet">{say('pooled.one')}</p>}
    </>
  );
}

export function Changed(props: { days: { day: string; figure: HeardFigure | null }[]; floor: number }) {
  const { days, floor } = props;
  if (days.length === 0) return <p class="quiet">{say('none.changed')}</p>;
  return (
    <table class="heard-table">
      <caption class="visually-hidden">{say('changed')}</caption>
      <Head first="column.when" apart="unknown" />
      <tbody>
        {days.map(({ day, figure }) =>
          figure === null ? (
            <tr key={day}>
              <th scope="row">{sayDate(day)}</th>
              <td colSpan={5}>{say('few.day', { n: floor })}</td>
            </tr>
          ) : (
            <Row key={day} name={sayDate(day)} figure={figure} />
          ),
        )}
      </tbody>
    </table>
  );
}
