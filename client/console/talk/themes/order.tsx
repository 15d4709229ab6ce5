/** Themes in the order of how often they were raised, with what was said. */
import { capMarks } from '../../../../core/text.ts';
import { useState } from 'preact/hooks';
import type { TalkAbout } from '../../../../core/talk/api.ts';
import type { ThemeCount } from '../../../../core/talk/count.ts';
import type { ToldDesk } from '../../caseStudies/desk.ts';
import { Corrections } from '../../readBack/corrections.tsx';
import type { TalkDesk } from '../desk.ts';
import { under, type Said } from './under.ts';
import { countsOf, say } from './words.ts';

interface Props {
  desk: TalkDesk;
  told: ToldDesk;
  about: TalkAbout;
}

export function Order(props: Props & { counted: readonly ThemeCount[] }) {
  const { desk, told, about, counted } = props;
  return (
    <>
      <p class="theme-often">{say('often')}</p>
      <ol class="theme-order">
        {counted.map((one) => (
          <Row key={one.theme.id} desk={desk} told={told} about={about} one={one} />
        ))}
      </ol>
      <p class="soft">{say('voices')}</p>
    </>
  );
}

function Row({ desk, told, about, one }: Props & { one: ThemeCount }) {
  const [open, setOpen] = useState(false);
  const all = about.sessions.length;
  const above = desk.book.value.get(one.above[0] ?? '')?.theme.name;
  const counts = countsOf(one);
  return (
    <li>
      <h2>
        <i class={`theme-dot theme-${one.theme.colour}`} aria-hidden="true" />
        <bdi>{capMarks(one.theme.name)}</bdi>
        {above !== undefined && <span class="soft">{say('under', { name: capMarks(above) })}</span>}
      </h2>
      <p>
        {one.sessions === 0 ? say('raised.not') : `${say('raised', { n: one.sessions, all })}: ${counts}.`}
      </p>
      <Corrections told={told} thing={{ about: 'theme', of: one.theme.id, words: one.theme.name }} />
      {one.points + one.postits > 0 && (
        <details onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{say('read', { n: one.points + one.postits })}</summary>
          {open && <SaidList told={told} said={under(desk, about, one.theme.id)} />}
        </details>
      )}
    </li>
  );
}

export function SaidList({ told, said }: { told: ToldDesk; said: readonly Said[] }) {
  return (
    <ul class="theme-said">
      {said.map(({ key, text, quote, who, session }) => (
        <li key={key}>
          <span dir="auto">{quote ? `“${text}”` : text}</span>{' '}
          <span class="soft">
            {who !== '' && (
              <>
                <bdi>{who}</bdi>,{' '}
              </>
            )}
            {say('in.session', { session })}
          </span>
          <Corrections told={told} thing={{ about: 'point', of: key, words: text }} />
        </li>
      ))}
    </ul>
  );
}
