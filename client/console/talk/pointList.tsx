/** What was noted so far, the latest last; each row is drawn anew only when its own point has changed. */
import { restingByKey } from '../../../core/recommendations/rests.ts';
import { evidenceKey, type Recommendation } from '../../../core/recommendations/types.ts';
import { capMarks } from '../../../core/text.ts';
import { memo } from '../../shared/memo.ts';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { TalkAbout } from '../../../core/talk/api.ts';
import type { Codebook } from '../../../core/talk/themes.ts';
import { checkOf, isProposed, type Point } from '../../../core/talk/types.ts';
import { Resting, useRecommendations } from '../recommendations/rests.tsx';
import type { Scribe } from './scribe.ts';
import { begin, describe, say } from './words.ts';

/** Rows that are drawn at first: as many as anybody looks back over. */
const SHOWN = 80;
const MORE = 300;
/** The same one each time, so that no row is drawn anew for it. */
const NO_ASKS: readonly Recommendation[] = [];

export function PointList({ scribe, textOf }: { scribe: Scribe; textOf: (postit: string) => string }) {
  const { points, book, about } = scribe.desk;
  const asks = useRecommendations(about.value?.consultation ?? '');
  const resting = useMemo(() => restingByKey(asks), [asks]);
  const [only, setOnly] = useState('all');
  const [most, setMost] = useState(SHOWN);
  const scroller = useRef<HTMLOListElement>(null);
  const all = points.value;
  const codes = book.value;
  const shown = useMemo(() => all.filter((point) => isIn(point, only, codes)), [all, only, codes]);
  const wanted = useAskedFor();
  const there = wanted === '' ? -1 : shown.findIndex(({ id }) => id === wanted);
  // A counted session has no order, so that what is noted in it comes to stand anywhere.
  const noted = scribe.sealed.value ? (scribe.last()?.id ?? '') : '';
  const notedAt = noted === '' ? -1 : shown.findIndex(({ id }) => id === noted);
  const least = Math.max(0, ...[there, notedAt].map((i) => (i < 0 ? 0 : shown.length - i)));
  const rows = shown.slice(-Math.max(most, least));
  const box = scribe.box.value;
  const last = rows.at(-1)?.id;
  // The newest is seen, as on paper; whoever looks back stays there.
  const atEnd = useRef(true);
  useLayoutEffect(() => {
    const { current } = scroller;
    if (current !== null && atEnd.current) current.scrollTop = current.scrollHeight;
  }, [last, only]);
  // The box below grows and shrinks with what is typed in it.
  useEffect(() => {
    const { current } = scroller;
    if (current === null) return undefined;
    const watching = new ResizeObserver(() => {
      if (atEnd.current) current.scrollTop = current.scrollHeight;
    });
    watching.observe(current);
    return () => watching.disconnect();
  }, []);
  // It stands last until the laptop has it, and is followed to its place; afterwards whoever looks back stays there.
  const handed = scribe.desk.waiting.value === 0;
  const followed = useRef('');
  useLayoutEffect(() => {
    if (notedAt < 0 || followed.current === noted) return;
    if (handed) followed.current = noted;
    atEnd.current = false;
    document.getElementById(`point-${noted}`)?.scrollIntoView({ block: 'nearest' });
  }, [noted, notedAt, handed]);
  // A link leads to a point: it is in the middle, marked, and what the keys are at. Not while somebody is writing.
  const sought = useRef('');
  useLayoutEffect(() => {
    const row = there < 0 || sought.current === wanted ? null : document.getElementById(`point-${wanted}`);
    if (row === null) return;
    sought.current = wanted;
    atEnd.current = false;
    row.scrollIntoView({ block: 'center' });
    if (scribe.text.peek() === '') row.querySelector('button')?.focus({ preventScroll: true });
  }, [wanted, there, scribe]);
  useEffect(() => {
    if (box.at === 'point') document.getElementById(`point-${box.id}`)?.scrollIntoView({ block: 'nearest' });
  }, [box]);
  return (
    <section class="points" aria-label={say('list.title')}>
      <p class="points-head">
        <strong>{say('list.count', { n: shown.length })}</strong>
        <label>
          {say('list.show')}{' '}
          <select class="select" value={only} onChange={(event) => setOnly(event.currentTarget.value)}>
            <option value="all">{say('list.all')}</option>
            <option value="none">{say('list.uncoded')}</option>
            {codes.list.map(({ theme }) => (
              <option key={theme.id} value={theme.id}>
                {capMarks(theme.name)}
              </option>
            ))}
          </select>
        </label>
      </p>
      {rows.length < shown.length && (
        <button type="button" class="button small" onClick={() => setMost(most + MORE)}>
          {say('list.earlier', { n: shown.length - rows.length })}
        </button>
      )}
      <ol
        ref={scroller}
        class="points-list"
        // A list that scrolls is reached by keys as well.
        tabIndex={0}
        aria-label={say('list.title')}
        onScroll={(event) => {
          const { scrollTop, scrollHeight, clientHeight } = event.currentTarget;
          atEnd.current = scrollHeight - scrollTop - clientHeight < 60;
        }}
      >
        {rows.length === 0 && <li class="soft points-none">{say('list.none')}</li>}
        {rows.map((point) => (
          <Row
            key={point.id}
            point={point}
            book={codes}
            about={about.value}
            current={box.at === 'point' && box.id === point.id}
            sought={box.at === 'new' && (noted === '' ? wanted : noted) === point.id}
            postit={point.postit === '' ? '' : textOf(point.postit)}
            asks={resting.get(keyOf(point)) ?? NO_ASKS}
            scribe={scribe}
          />
        ))}
      </ol>
    </section>
  );
}

/** Id of the point that the address leads to; empty: none. */
function useAskedFor(): string {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const listen = (): void => setHash(location.hash);
    window.addEventListener('hashchange', listen);
    return () => window.removeEventListener('hashchange', listen);
  }, []);
  return hash.startsWith('#point-') ? hash.slice('#point-'.length) : '';
}

function isIn(point: Point, only: string, book: Codebook): boolean {
  if (only === 'all') return true;
  const themes = book.of(point.themes);
  return only === 'none'
    ? themes.length === 0
    : themes.some(({ theme, above }) => theme.id === only || above.includes(only));
}

/** How a recommendation names it. */
function keyOf({ session, id }: Point): string {
  return evidenceKey({ of: 'point', session, id });
}

/** What phones were asked for as this came: its words alone would not tell. */
function fromPhone(id: string): 'source.proposed' | 'source.checked' | 'source.phone' {
  if (isProposed(id)) return 'source.proposed';
  return checkOf(id) === null ? 'source.phone' : 'source.checked';
}

interface RowProps {
  point: Point;
  book: Codebook;
  about: TalkAbout | null;
  current: boolean;
  /** A link led to it, or it was noted last where points have no order. */
  sought: boolean;
  postit: string;
  /** Recommendations that rest on it. */
  asks: readonly Recommendation[];
  scribe: Scribe;
}

const Row = memo(function Row({ point, book, about, current, sought, postit, asks, scribe }: RowProps) {
  const themes = book.of(point.themes);
  const who = describe(point, about);
  const number = (about?.statements.findIndex((s) => s.id === point.statement) ?? -1) + 1;
  return (
    <li
      id={`point-${point.id}`}
      class="point"
      aria-current={current ? 'true' : sought ? 'location' : undefined}
    >
      <button
        type="button"
        class="point-text"
        dir="auto"
        onClick={() => scribe.open({ at: 'point', id: point.id })}
      >
        {point.kind === 'quote' ? `“${capMarks(point.text)}”` : capMarks(point.text)}
      </button>
      <div class="point-marks">
        {number > 0 && <span>{say('about.short', { n: number })}</span>}
        {who !== '' && (
          <span>
            <bdi>{who}</bdi>
          </span>
        )}
        {point.source === 'phone' && <span>{say(fromPhone(point.id))}</span>}
        {point.person > 0 && <span>{say('speaker.person', { n: point.person })}</span>}
        {point.kind === 'quote' && point.mayQuote && <span>{say('kind.mayQuote')}</span>}
        {point.stance !== '' && <span>{say(`stance.${point.stance}`)}</span>}
        {point.outcome !== '' && <span>{say(`outcome.${point.outcome}`)}</span>}
        {point.postit !== '' && (
          <span dir="auto">
            {postit === '' ? say('list.postit.gone') : say('list.postit', { text: begin(postit, 40) })}
          </span>
        )}
        {about !== null && (asks.length > 0 || point.stance === 'idea') && (
          <Resting
            consultation={about.consultation}
            all={asks}
            keys={[keyOf(point)]}
            text={point.text}
            makes={point.stance === 'idea'}
          />
        )}
        {themes.map(({ theme }) => (
          <span key={theme.id} class="point-theme">
            <i class={`theme-dot theme-${theme.colour}`} aria-hidden="true" />
            <bdi>{capMarks(theme.name)}</bdi>
          </span>
        ))}
      </div>
      <button
        type="button"
        class="point-hand"
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => scribe.hand(1, point)}
      >
        {point.hands > 0 ? say('hands.n', { n: point.hands }) : say('hands')}
        <span class="visually-hidden">{say('hands.more', { text: begin(point.text) })}</span>
      </button>
    </li>
  );
});
