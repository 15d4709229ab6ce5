/** What lies between themes, and between coders: raised together, and how far two people agree. */
import { useMemo } from 'preact/hooks';
import { agreementOf, type ThemeAgreement } from '../../../../core/talk/agreement.ts';
import type { Counted } from '../../../../core/talk/count.ts';
import type { Codebook, Placed } from '../../../../core/talk/themes.ts';
import { togetherOf } from '../../../../core/talk/together.ts';
import { capMarks } from '../../../../core/text.ts';
import type { TextsShown } from '../shown.ts';
import { say } from './words.ts';

/** Pairs that are shown; the files have all. */
const MOST = 60;
/** Krippendorff, Content Analysis, 4th ed., 2019, chapter 12. */
const [RELIED_ON, TENTATIVE] = [0.8, 0.667];

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
                  <Name of={a} />
                  <Name of={b} />
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

export function CodersShown({ book, texts }: { book: Codebook; texts: TextsShown }) {
  const { sources, units, themes } = useMemo(
    () => agreementOf(book, texts.sources, texts.passages),
    [book, texts],
  );
  return (
    <>
      <p class="theme-often">{say('coders.read')}</p>
      {sources === 0 ? (
        <p>{say('coders.none')}</p>
      ) : (
        <>
          <p class="theme-often">
            {say('coders.rests', { n: units, texts: say('coders.texts', { n: sources }) })}
          </p>
          <div class="theme-table" tabIndex={0} role="region" aria-label={say('view.coders')}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{say('column')}</th>
                  <th scope="col">{say('coders.alpha')}</th>
                  <th scope="col">{say('coders.both')}</th>
                  <th scope="col">{say('coders.first')}</th>
                  <th scope="col">{say('coders.second')}</th>
                </tr>
              </thead>
              <tbody>
                {themes.map((one) => (
                  <tr key={one.theme.id}>
                    <Name of={one} />
                    <td>{alphaOf(one)}</td>
                    <td>{one.both}</td>
                    <td>{one.first}</td>
                    <td>{one.second}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </>
  );
}

function alphaOf({ alpha }: ThemeAgreement): string {
  if (alpha === null) return say('coders.not');
  const words = say(alpha >= RELIED_ON ? 'coders.good' : alpha >= TENTATIVE ? 'coders.fair' : 'coders.low');
  return `${alpha.toFixed(2).replace('-', '−')}, ${words}`;
}

function Name({ of: { theme } }: { of: Placed }) {
  return (
    <th scope="row">
      <i class={`theme-dot theme-${theme.colour}`} aria-hidden="true" />
      <bdi>{capMarks(theme.name)}</bdi>
    </th>
  );
}
