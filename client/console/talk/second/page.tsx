/** A second coder puts points and post-its under themes, one by one, without seeing where the team put them. */
import { UndoRedo } from '../../undoRedo.tsx';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { REFUSALS } from '../../../../core/refusals.ts';
import { SHARES, type Share } from '../../../../core/talk/second.ts';
import { capMarks } from '../../../../core/text.ts';
import { Saved } from '../page.tsx';
import { ThemeButtons } from '../themeButtons.tsx';
import { Full, ThemePicker } from '../themePicker.tsx';
import { lists } from '../themes/words.ts';
import { Troubles } from '../troubles.tsx';
import { useTalk } from '../useTalk.ts';
import { begin, say as sayTalk } from '../words.ts';
import { makeSecond, type SecondCoder } from './coder.ts';
import { useComments, useKeys } from './uses.ts';
import { say } from './words.ts';
import '../../live/dialog.css';
import '../talk.css';
import '../themes.css';
import './second.css';

/** @param props.id of the consultation */
export default function SecondPage({ id }: { id: string }) {
  const { desk, kept } = useTalk({ consultation: id });
  const coder = useMemo(() => makeSecond(desk, kept), [desk, kept]);
  const about = desk.about.value;
  const link = desk.link.value;
  useComments(coder, id);
  useKeys(coder);
  useEffect(() => {
    document.title = about === null ? say('page') : say('page.of', { title: about.title });
  }, [about?.title]);
  if (typeof link === 'object' || about === null)
    return (
      <main class="scribe-none">
        <h1>{say('page')}</h1>
        <p role="status">
          {typeof link === 'object'
            ? REFUSALS[link.refusal].wording
            : sayTalk(link === 'away' ? 'loading.away' : 'loading')}
        </p>
      </main>
    );
  return (
    <main class="second">
      <Head coder={coder} consultation={id} title={about.title} />
      <div class="second-main">
        <Troubles desk={desk} />
        <Now coder={coder} consultation={id} />
      </div>
      <Themes coder={coder} />
      <p class="visually-hidden" role="status">
        {coder.told.value}
      </p>
    </main>
  );
}

function Head({ coder, consultation, title }: { coder: SecondCoder; consultation: string; title: string }) {
  const { desk } = coder;
  return (
    <header class="scribe-head">
      <h1>
        {say('page')} <span dir="auto">{capMarks(title)}</span>
      </h1>
      <Saved desk={desk} />
      <nav class="scribe-ways">
        <UndoRedo steps={desk.steps.value} by={coder} />
        <a class="button small" href={`/console/c/${consultation}/themes#coders`}>
          {say('way')}
        </a>
      </nav>
      {desk.seconds.value.size === 0 && <p class="second-what">{say('what')}</p>}
    </header>
  );
}

function Now({ coder, consultation }: { coder: SecondCoder; consultation: string }) {
  const card = useRef<HTMLElement>(null);
  const now = coder.now.value;
  // On a phone somebody has gone down to the themes.
  useEffect(() => card.current?.scrollIntoView({ block: 'nearest' }), [now?.session, now?.unit]);
  const all = coder.units.value.length;
  const chosen = coder.themes.value;
  const { value: about } = coder.desk.about;
  const statement = about?.statements.find(({ id }) => id === now?.statement)?.text ?? '';
  if (coder.comments.value === null)
    return <p role="status">{sayTalk(coder.desk.link.value === 'away' ? 'loading.away' : 'loading')}</p>;
  if (coder.all.value === 0)
    return (
      <section class="second-empty">
        <h2>{say('none')}</h2>
        <p>{say('none.text')}</p>
      </section>
    );
  const place = now === undefined ? all : coder.units.value.indexOf(now);
  return (
    <>
      <div class="second-bar">
        <label>
          {say('share')}{' '}
          <select
            class="select"
            value={coder.share.value}
            onChange={(event) => coder.take(event.currentTarget.value as Share)}
          >
            {SHARES.map((one) => (
              <option key={one} value={one}>
                {say(`share.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <progress max={Math.max(1, all)} value={coder.coded.value} aria-label={say('progress.label')} />
        <strong class="second-n">{say('progress', { n: coder.coded.value, all })}</strong>
      </div>
      {coder.left.value > 0 && <p class="soft">{say('left', { n: coder.left.value })}</p>}
      {now === undefined ? (
        <section class="second-empty" role="status">
          <h2>{all === 0 ? say('none.sample') : say('done', { n: all })}</h2>
          {all > 0 && <p>{say('done.text')}</p>}
          {all > 0 && (
            <p>
              <a class="button button-main" href={`/console/c/${consultation}/themes#coders`}>
                {say('done.see')}
              </a>
            </p>
          )}
        </section>
      ) : (
        <section ref={card} class="second-card" aria-label={say(now.kind)}>
          <p class="soft">
            {say(now.kind)}
            {statement !== '' && (
              <>
                {' '}
                <bdi>{say('about', { text: begin(statement, 120) })}</bdi>
              </>
            )}
          </p>
          <blockquote dir="auto">{capMarks(now.text)}</blockquote>
          <p class="second-under" data-coded={chosen === null ? undefined : ''}>
            {chosen === null ? say('uncoded') : namesOf(coder, chosen)}
          </p>
        </section>
      )}
      <div class="second-acts">
        <button
          type="button"
          class="button"
          disabled={place === 0}
          onClick={() => coder.go(-1)}
          aria-label={`${say('back')}, ${say('back.word')}`}
        >
          {say('back')} <kbd aria-hidden="true">←</kbd>
        </button>
        <button type="button" class="button" disabled={place >= all - 1} onClick={() => coder.go(1)}>
          {say('pass')} <kbd aria-hidden="true">→</kbd>
        </button>
        <button
          type="button"
          class="button button-main second-next"
          disabled={now === undefined}
          onClick={() => coder.next()}
        >
          {say(now !== undefined && (chosen ?? []).length === 0 ? 'next.none' : 'next')}{' '}
          <kbd aria-hidden="true">Enter</kbd>
        </button>
      </div>
      <p class="soft second-keys">{say('keys')}</p>
      {/* Read out as it comes to be shown, wherever the focus is. */}
      <p class="visually-hidden" aria-live="polite">
        {now === undefined ? '' : say('now', { n: place + 1, all, text: capMarks(now.text) })}
      </p>
    </>
  );
}

function namesOf({ desk }: SecondCoder, themes: readonly string[]): string {
  const names = desk.book.value.of(themes).map(({ theme }) => capMarks(theme.name));
  return names.length === 0 ? say('unchosen') : say('chosen', { list: lists.format(names) });
}

function Themes({ coder }: { coder: SecondCoder }) {
  const { list } = coder.desk.book.value;
  const on = new Set(coder.desk.book.value.of(coder.themes.value ?? []).map(({ theme }) => theme.id));
  const off = coder.now.value === undefined;
  return (
    <section class="theme-panel second-themes" aria-label={say('themes')}>
      {coder.picking.value === 'theme' ? (
        <ThemePicker
          scribe={coder}
          // Back to where the keys of the page are heard.
          back={() => (document.activeElement as HTMLElement | null)?.blur()}
        />
      ) : (
        <p>
          <button
            type="button"
            class="button small"
            disabled={off}
            onClick={() => {
              coder.picking.value = 'theme';
            }}
          >
            {sayTalk('pick.open')} <kbd aria-hidden="true">t</kbd>
          </button>
        </p>
      )}
      <Full of={coder} />
      {list.length === 0 && <p class="soft">{say('none.themes')}</p>}
      <ThemeButtons
        label={say('themes')}
        list={list}
        on={on}
        off={off}
        toggle={(id) => coder.toggleTheme(id)}
      />
    </section>
  );
}
