/** One statement in two waves in full: its words then and now, the chart with two bars for each part, numbers and tests. */
import { reachOf } from '../../../../core/chart/reach.ts';
import type { ChartRow } from '../../../../core/chart/bars.ts';
import { testOf } from '../../../../core/waves/change.ts';
import type { WaveLine, WavePair } from '../../../../core/waves/compare.ts';
import type { Worded } from '../../../../core/waves/worded.ts';
import { DivergingChart } from '../../../shared/chart/DivergingChart.tsx';
import { Caveats } from '../analysis/comparison.tsx';
import { sayNumber, sayTested } from '../analysis/words.ts';
import { sayAnswers, sayMedian } from '../figureWords.ts';
import { say } from '../say.ts';
import { sayAgreed, sayChange, sayChangeInterval } from './words.ts';

interface Props {
  line: WaveLine;
  /** The names of the two waves. */
  was: string;
  now: string;
  /** Names of groups by their ids. */
  groups: ReadonlyMap<string, string>;
}

export function WaveFull({ line, was, now, groups }: Props) {
  const { statement, pairs } = line;
  const rows = pairs.flatMap(({ part, ...figures }): ChartRow[] => [
    { label: say('wave.row', { who: part.label, wave: was }), figure: figures.was },
    { label: say('wave.row', { who: part.label, wave: now }), figure: figures.now },
  ]);
  const reach = reachOf(
    rows.map(({ figure }) => figure),
    'split',
  );
  return (
    <section class="statement-full" aria-labelledby={`wave-${line.number}`}>
      <h3 id={`wave-${line.number}`} class="full-title" dir="auto">
        {statement.text}
      </h3>
      <WordedThen worded={line.worded} was={was} groups={groups} />
      <div class="chart" style={{ height: `${5 + rows.length * 3.2}rem` }}>
        <DivergingChart rows={rows} scale={statement.scale} say={say} reach={reach} bare />
      </div>
      <Numbers line={line} was={was} now={now} />
      <Tests line={line} was={was} now={now} />
    </section>
  );
}

function WordedThen({ worded, was, groups }: { worded: readonly Worded[] } & Pick<Props, 'was' | 'groups'>) {
  if (worded.length === 0) return null;
  const name = (group: string): string => groups.get(group) ?? group;
  return (
    <div class="wave-worded">
      <h4>{say('wave.worded')}</h4>
      <ul>
        {worded.flatMap(({ group, lang, ...texts }) => [
          ...texts.was.map((text) => (
            <li key={`was ${group ?? ''} ${lang} ${text}`} lang={lang}>
              {group === null
                ? say('wave.worded.was', { wave: was, text })
                : say('wave.worded.was.for', { wave: was, group: name(group), text })}
            </li>
          )),
          ...texts.now.map((text) => (
            <li key={`now ${group ?? ''} ${lang} ${text}`} lang={lang}>
              {group === null
                ? say('wave.worded.now', { text })
                : say('wave.worded.now.for', { group: name(group), text })}
            </li>
          )),
        ])}
      </ul>
    </div>
  );
}

function Numbers({ line, was, now }: Omit<Props, 'groups'>) {
  const { statement, number, pairs } = line;
  const { scale } = statement;
  const own = scale.kind === 'own';
  const caption = say('wave.caption', { n: number, was, now });
  const agreed = own ? 'wave.agreed.own' : 'wave.agreed';
  return (
    <>
      <div class="table-box" tabIndex={0} role="region" aria-label={caption}>
        <table class="numbers">
          <caption class="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{say('wave.who')}</th>
              <th scope="col">{say(agreed, { wave: was })}</th>
              <th scope="col">{say(agreed, { wave: now })}</th>
              <th scope="col">{say('wave.difference')}</th>
              <th scope="col">{say('wave.intervals')}</th>
              <th scope="col">{say('wave.median', { wave: was })}</th>
              <th scope="col">{say('wave.median', { wave: now })}</th>
            </tr>
          </thead>
          <tbody>
            {pairs.map(({ part: who, change, ...figures }) => (
              <tr key={who.key}>
                <th scope="row">
                  <bdi>{who.label}</bdi>
                </th>
                <td>{sayAgreed(figures.was)}</td>
                <td>{sayAgreed(figures.now)}</td>
                <td class="median">{sayChange(change)}</td>
                <td class="median">{change === null ? '' : sayChangeInterval(change)}</td>
                <td class="median">{sayMedian(figures.was, scale)}</td>
                <td class="median">{sayMedian(figures.now, scale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="hint">
        {own && say('wave.own', { answers: sayAnswers(scale, 'agree') })} {say('wave.interval.note')}
      </p>
    </>
  );
}

/** Rank tests of each part, where both have somebody. */
function Tests({ line, was, now }: Omit<Props, 'groups'>) {
  const tested = line.pairs.flatMap((pair) => {
    const test = testIn(pair, was, now);
    return test === null ? [] : [{ part: pair.part, test }];
  });
  const [first] = tested;
  if (first === undefined) return null;
  // Everyone is there first, and has what stands beside every p.
  const { caveats } = first.test;
  return (
    <details class="wave-tests">
      <summary aria-label={say('wave.tests.of', { n: line.number })}>{say('wave.tests')}</summary>
      <ul>
        {tested.map(({ part, test: { test } }) => (
          <li key={part.key}>
            {say('wave.test', {
              who: part.label,
              was,
              now,
              delta: sayNumber(test.delta),
              size: say(`stat.size.${test.deltaSize}`),
              p: sayTested(test.p, test.method),
            })}
          </li>
        ))}
      </ul>
      <ul class="caveats">
        <li>{say('wave.test.delta', { was, now })}</li>
        <li>{say('wave.test.note')}</li>
      </ul>
      <Caveats codes={caveats} least={first.test.test.least} />
    </details>
  );
}

function testIn({ was, now }: WavePair, before: string, after: string) {
  return testOf({ ...was, label: before }, { ...now, label: after });
}
