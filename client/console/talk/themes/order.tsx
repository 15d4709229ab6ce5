/** Themes in the order of how often they were raised, with what was said. */
import { restingOn, themeEvidence } from '../../../../core/recommendations/rests.ts';
import type { Recommendation } from '../../../../core/recommendations/types.ts';
import { capMarks } from '../../../../core/text.ts';
import { useState } from 'preact/hooks';
import type { TalkAbout } from '../../../../core/talk/api.ts';
import { isRaised, type ThemeCount } from '../../../../core/talk/count.ts';
import type { StudiesDesk } from '../../caseStudies/desk.ts';
import { Corrections } from '../../readBack/corrections.tsx';
import { Resting } from '../../recommendations/rests.tsx';
import type { TalkDesk } from '../desk.ts';
import { passagesUnder, under, type Said } from './under.ts';
import { countsOf, lists, say } from './words.ts';

interface Props {
  desk: TalkDesk;
  told: StudiesDesk;
  about: TalkAbout;
  counted: readonly ThemeCount[];
  /** Recommendations of the consultation. */
  asks: readonly Recommendation[];
}

export function Order({ desk, told, about, counted, asks }: Props) {
  return (
    <>
      <p class="theme-often">{say('often')}</p>
      <ol class="theme-order">
        {counted.map((one) => (
          <Row key={one.theme.id} desk={desk} told={told} about={about} one={one} asks={asks} />
        ))}
      </ol>
      <p class="soft">{say('voices')}</p>
    </>
  );
}

function Row({ desk, told, about, one, asks }: Omit<Props, 'counted'> & { one: ThemeCount }) {
  const [open, setOpen] = useState(false);
  const all = about.sessions.length;
  const texts = desk.texts.value.sources.filter(({ mayUse }) => mayUse).length;
  const above = desk.book.value.get(one.above[0] ?? '')?.theme.name;
  const counts = countsOf(one);
  return (
    <li id={`theme-${one.theme.id}`} tabIndex={-1}>
      <h2>
        <i class={`theme-dot theme-${one.theme.colour}`} aria-hidden="true" />
        <bdi>{capMarks(one.theme.name)}</bdi>
        {above !== undefined && <span class="soft">{say('under', { name: capMarks(above) })}</span>}
      </h2>
      <p>{isRaised(one) ? `${raisedIn(one, all, texts)}: ${counts}.` : say('raised.not')}</p>
      <Corrections told={told} thing={{ about: 'theme', of: one.theme.id, words: one.theme.name }} />
      {isRaised(one) && (
        <details onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>
            {say('read', { n: one.points + one.postits + passagesUnder(desk, one.theme.id) })}
          </summary>
          {open && (
            <SaidList
              told={told}
              said={under(desk, about, one.theme.id)}
              asks={asks}
              consultation={about.consultation}
            />
          )}
        </details>
      )}
      <Resting
        consultation={about.consultation}
        all={asks}
        keys={[one.theme.id, ...desk.mergedInto(one.theme.id).map(({ id }) => id)].map(themeEvidence)}
        text={one.theme.name}
      />
    </li>
  );
}

interface SaidProps {
  told: StudiesDesk;
  said: readonly Said[];
  consultation: string;
  /** Each leads to those that rest on it, and an idea can be made one. */
  asks: readonly Recommendation[];
}

/** "Raised in 2 of 5 sessions and in 3 of 4 interviews and documents". */
function raisedIn({ sessions, sources }: ThemeCount, all: number, texts: number): string {
  const parts = [
    ...(sessions > 0 ? [say('in.sessions', { n: all, k: sessions })] : []),
    ...(sources > 0 ? [say('in.texts', { n: texts, k: sources })] : []),
  ];
  return say('raised', { list: lists.format(parts) });
}

export function SaidList({ told, said, consultation, asks }: SaidProps) {
  return (
    <ul class="theme-said">
      {said.map(({ key, text, quote, who, session, source, evidence, idea }) => (
        <li key={key}>
          <span dir="auto">{quote ? `“${text}”` : text}</span>{' '}
          <span class="soft">
            {who !== '' && (
              <>
                <bdi>{who}</bdi>,{' '}
              </>
            )}
            {source === '' ? (
              say('in.session', { session })
            ) : (
              <a href={`/console/c/${consultation}/sources#${source}`}>{say('in.session', { session })}</a>
            )}
          </span>
          <Corrections told={told} thing={{ about: 'point', of: key, words: text }} />
          {(idea || restingOn(asks, [evidence]).length > 0) && (
            <Resting consultation={consultation} all={asks} keys={[evidence]} text={text} />
          )}
        </li>
      ))}
    </ul>
  );
}
