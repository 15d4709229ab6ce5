/** The codebook: what belongs under each theme, with examples, and the way to change it. */
import { themeEvidence } from '../../../../core/recommendations/rests.ts';
import type { Recommendation } from '../../../../core/recommendations/types.ts';
import { capMarks } from '../../../../core/text.ts';
import { useState } from 'preact/hooks';
import type { ThemeCount } from '../../../../core/talk/count.ts';
import type { Theme } from '../../../../core/talk/types.ts';
import type { StudiesDesk } from '../../caseStudies/desk.ts';
import { Corrections } from '../../readBack/corrections.tsx';
import { Resting } from '../../recommendations/rests.tsx';
import type { TalkDesk } from '../desk.ts';
import { ThemeDialog } from '../themeDialog.tsx';
import { SaidList } from './order.tsx';
import { under } from './under.ts';
import { countsOf, lists, say } from './words.ts';

const EXAMPLES = 3;

export function CodebookShown(props: {
  desk: TalkDesk;
  told: StudiesDesk;
  counted: readonly ThemeCount[];
  /** Recommendations of the consultation. */
  asks: readonly Recommendation[];
}) {
  const { desk, told, counted, asks } = props;
  const [open, setOpen] = useState<Theme | null>(null);
  const about = desk.about.value;
  return (
    <>
      <ol class="theme-book">
        {counted.map((one) => {
          const { theme, number, depth } = one;
          const said = under(desk, about, theme.id);
          const merged = desk.mergedInto(theme.id);
          return (
            <li key={theme.id} style={{ marginInlineStart: `${Math.min(depth, 4) * 28}px` }}>
              <h2>
                <span class="soft">{number}</span>
                <i class={`theme-dot theme-${theme.colour}`} aria-hidden="true" />
                <bdi>{capMarks(theme.name)}</bdi>
                <button type="button" class="button small" onClick={() => setOpen(theme)}>
                  {say('change')}
                  <span class="visually-hidden">{` ${say('change.of', { name: capMarks(theme.name) })}`}</span>
                </button>
              </h2>
              <Corrections told={told} thing={{ about: 'theme', of: theme.id, words: theme.name }} />
              <p dir="auto" class={theme.description === '' ? 'soft' : ''}>
                {theme.description === '' ? say('code.none') : capMarks(theme.description)}
              </p>
              {merged.length > 0 && (
                <p class="theme-merged">
                  {say('merged', { list: lists.format(merged.map(({ name }) => capMarks(name))) })}
                  {merged.map((other) => (
                    <button
                      type="button"
                      key={other.id}
                      class="button small"
                      onClick={() =>
                        desk.perform([
                          { of: 'theme', key: other.id, was: { into: other.into }, set: { into: '' } },
                        ])
                      }
                    >
                      {say('part', { name: capMarks(other.name) })}
                    </button>
                  ))}
                </p>
              )}
              <p class="soft">{countsOf(one)}</p>
              {about !== null && (
                <Resting
                  consultation={about.consultation}
                  all={asks}
                  keys={[theme.id, ...merged.map(({ id }) => id)].map(themeEvidence)}
                  text={theme.name}
                />
              )}
              {said.length > 0 && (
                <SaidList
                  told={told}
                  said={said.slice(0, EXAMPLES)}
                  asks={asks}
                  consultation={about?.consultation ?? ''}
                />
              )}
            </li>
          );
        })}
      </ol>
      {open !== null && <ThemeDialog desk={desk} theme={open} close={() => setOpen(null)} />}
    </>
  );
}
