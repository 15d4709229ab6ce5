/** What lies between themes: which were raised together. */
import { useMemo } from 'preact/hooks';
import type { Counted } from '../../../../core/talk/count.ts';
import type { Codebook, Placed } from '../../../../core/talk/themes.ts';
import { togetherOf } from '../../../../core/talk/together.ts';
import { capMarks } from '../../../../core/text.ts';
import { say } from './words.ts';

/** Pairs that are shown; the files have all. */
const MOST = 60;

export function TogetherShown(props: { book: Codebook; contributions: readonly Counted[] }) {
  const { book, contributions } = props;
  const pairs = useMemo(() => togetherOf(book, contributions), [book, contributions]);
  return (
    <>
      <p class="theme-often">{say('together.read')}</p>
      {pairs.length === 0 ? (
        <p>{say('together.none')}</p>
      ) : (
        <div class="theme-table" tabIndex={0} role="region" aria-label={say('view.together')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say('together.a')}</th>
                <th scope="col">{say('together.b')}</th>
                <th scope="col">{say('together.said')}</th>
                <th scope="col">{say('together.places')}</th>
                <th scope="col">{say('together.origins')}</th>
              </tr>
            </thead>
            <tbody>
              {pairs.slice(0, MOST).map(({ a, b, said, places, origins }) => (
                <tr key={`${a.number} ${b.number}`}>
                  <ThemeName of={a} />
                  <ThemeName of={b} />
                  <td>{said || say('cell.none')}</td>
                  <td>{places || say('cell.none')}</td>
                  <td>{origins}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

export function ThemeName({ of: { theme } }: { of: Placed }) {
  return (
    <th scope="row">
      <i class={`theme-dot theme-${theme.colour}`} aria-hidden="true" />
      <bdi>{capMarks(theme.name)}</bdi>
    </th>
  );
}
