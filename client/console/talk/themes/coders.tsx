/** How far two people agree who put the same points and post-its, or the same texts, under themes. */
import { useMemo } from 'preact/hooks';
import {
  agreementOf,
  agreementOfSaid,
  LEAST_MARKED,
  LEAST_UNITS,
  worthOf,
  type Agreement,
  type Measured,
} from '../../../../core/talk/agreement.ts';
import type { TalkDesk } from '../desk.ts';
import { codingList, secondList } from '../mirror.ts';
import { ThemeName } from './between.tsx';
import { say } from './words.ts';

/** Below this a share says less than the numbers it is made of. */
const LEAST_SHARE = 20;

export function CodersShown({ desk, consultation }: { desk: TalkDesk; consultation: string }) {
  const [book, points, codings, seconds] = [
    desk.book.value,
    desk.points.value,
    desk.codings.value,
    desk.seconds.value,
  ];
  const texts = desk.texts.value;
  const said = useMemo(
    () => agreementOfSaid(book, points, codingList(codings), secondList(seconds)),
    [book, points, codings, seconds],
  );
  const read = useMemo(() => agreementOf(book, texts.sources, texts.passages), [book, texts]);
  return (
    <>
      <p class="theme-often">{say('coders.read')}</p>
      <p class="theme-often">{say('coders.least', { n: LEAST_UNITS, under: LEAST_MARKED })}</p>
      <section class="theme-coders">
        <h2>{say('coders.said')}</h2>
        <p class="theme-often">
          {[
            said.units === 0 ? say('coders.said.none') : say('coders.said.rests', { n: said.units }),
            ...(said.unplaced === 0 ? [] : [say('coders.said.unplaced', { n: said.unplaced })]),
            say('coders.said.out'),
          ].join(' ')}
        </p>
        <p>
          <a class="button" href={`/console/c/${consultation}/second-coder`}>
            {say(said.units === 0 ? 'coders.begin' : 'coders.go')}
          </a>
        </p>
        {said.units > 0 && <Agreed of={said} label={say('coders.said')} unit="coders.unit.said" />}
      </section>
      <section class="theme-coders">
        <h2>{say('coders.read.texts')}</h2>
        <p class="theme-often">
          {read.sources === 0
            ? say('coders.none')
            : say('coders.rests', { n: read.units, texts: say('coders.texts', { n: read.sources }) })}
        </p>
        {read.sources > 0 && <Agreed of={read} label={say('coders.read.texts')} unit="coders.unit.texts" />}
      </section>
    </>
  );
}

interface AgreedProps {
  of: Agreement;
  label: string;
  unit: 'coders.unit.said' | 'coders.unit.texts';
}

function Agreed({ of: { units, themes, overall }, label, unit }: AgreedProps) {
  return (
    <div class="theme-table" tabIndex={0} role="region" aria-label={label}>
      <table>
        <caption class="visually-hidden">{label}</caption>
        <thead>
          <tr>
            <th scope="col">{say('column')}</th>
            <th scope="col">{say('coders.alpha')}</th>
            <th scope="col">{say('coders.same', { unit: say(unit) })}</th>
            <th scope="col">{say('coders.both')}</th>
            <th scope="col">{say('coders.first')}</th>
            <th scope="col">{say('coders.second')}</th>
          </tr>
        </thead>
        <tbody>
          <tr class="theme-coders-all">
            <th scope="row">{say('coders.all')}</th>
            <td>{alphaOf(overall, units)}</td>
            <td>{sameOf(overall, units)}</td>
            <td colSpan={3} />
          </tr>
          {themes.map((one) => (
            <tr key={one.theme.id}>
              <ThemeName of={one} />
              <td>{alphaOf(one, units)}</td>
              <td>{sameOf(one, units)}</td>
              <td>{one.both}</td>
              <td>{one.first}</td>
              <td>{one.second}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function alphaOf(measured: Measured, units: number): string {
  const { alpha, interval } = measured;
  const worth = worthOf(measured, units);
  if (alpha === null || worth === 'none') return say('coders.not');
  const words = say(`coders.${worth}`);
  if (interval === null) return say('coders.figure', { alpha: figure(alpha), words });
  const [low, high] = interval;
  return say('coders.figure.between', {
    alpha: figure(alpha),
    low: figure(low),
    high: figure(high),
    words,
  });
}

function figure(alpha: number): string {
  return alpha.toFixed(2).replace('-0.00', '0.00').replace('-', '−');
}

function sameOf({ same }: Measured, of: number): string {
  return of < LEAST_SHARE
    ? say('coders.same.n', { n: same, of })
    : say('coders.same.share', { n: same, of, share: Math.round((100 * same) / of) });
}
