/** Recommendations that the room is asked about: one alone, then all, and what was said once it is shown. */
import { answeredOf, type CheckCounts } from '../../core/checking.ts';
import type { ProjectorCheck } from '../../core/checkingView.ts';
import { Fit } from './Fit.tsx';
import { say } from './words.ts';

/** More than this would be too small in one column. */
const ONE_COLUMN = 6;

export function Check({ check, k }: { check: ProjectorCheck; k: number }) {
  const { step, list, shown } = check;
  const [one] = list;
  if (step === 'ask')
    return (
      <>
        <p class="talk">{say('check.ask')}</p>
        <Fit most={9 * k} of={JSON.stringify(one)} class="check-one">
          <h1 dir="auto">{one?.text}</h1>
          {one !== undefined && one.points.length > 0 && (
            <ul>
              {one.points.map((point, i) => (
                <li key={i} dir="auto">
                  {point}
                </li>
              ))}
            </ul>
          )}
        </Fit>
        <ul class="check-answers">
          {([1, 2, 3] as const).map((answer) => (
            <li key={answer}>{say(`check.${answer}`)}</li>
          ))}
        </ul>
        <p class="free-how">{say('check.how')}</p>
      </>
    );
  const heading = shown === null ? step : 'shown';
  // In the order in which the room was asked, by the numbers of its sheets: sorted, they would read as a wrong ranking.
  return (
    <>
      <h1 class="free-heading">{say(`check.${heading}`)}</h1>
      {shown === null && <p class="free-how">{say(`check.${step}.how`)}</p>}
      <Fit most={4.6 * k} of={JSON.stringify([list, shown])} class="topics">
        <ol class={list.length > ONE_COLUMN ? 'check-list check-list-many' : 'check-list'}>
          {list.map(({ n, text }, i) => (
            <li key={n}>
              <span class="check-number">{i + 1}.</span>
              <span>
                <span class="check-text" dir="auto">
                  {text}
                </span>
                {shown?.[n] !== undefined && <Total counts={shown[n]} />}
              </span>
              {shown?.[n]?.dots != null && (
                <span class="check-dots">{say('check.dots.n', { n: shown[n].dots.n })}</span>
              )}
            </li>
          ))}
        </ol>
      </Fit>
    </>
  );
}

/** What was said of one. Beside its dots, be it none, nothing is said of one that nobody answered. No line begins with a dot. */
function Total({ counts: { said, dots } }: { counts: CheckCounts }) {
  const of = answeredOf(said);
  const parts = [
    ...(of > 0 ? [say('check.said', { n: said.said, of })] : []),
    ...(said.notQuite > 0 ? [say('check.notQuite', { n: said.notQuite })] : []),
    ...(said.missing > 0 ? [say('check.missing', { n: said.missing })] : []),
    ...(said.declined > 0 ? [say('check.declined', { n: said.declined })] : []),
  ];
  if (parts.length === 0 && dots !== null) return null;
  return <span class="check-total">{parts.length === 0 ? say('check.none') : parts.join('\u00a0· ')}</span>;
}
