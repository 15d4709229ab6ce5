/** Themes of one name, which two devices made at once or an archive brought: pointed out until somebody has merged or renamed them. */
import { themeTwins } from '../../../core/talk/themes.ts';
import type { Theme } from '../../../core/talk/types.ts';
import { capMarks } from '../../../core/text.ts';
import type { TalkDesk } from './desk.ts';
import { say } from './words.ts';

export function Twins({ desk }: { desk: TalkDesk }) {
  // The first of the codebook is never under one that comes after it, so that no loop comes of it.
  const merge = ([first, ...others]: readonly Theme[]): void =>
    desk.perform(
      others.map((one) => ({
        of: 'theme',
        key: one.id,
        was: { into: one.into },
        set: { into: first?.id ?? '' },
      })),
    );
  return (
    <div class="troubles theme-twins" role="status">
      {themeTwins(desk.book.value).map((all) => {
        const name = capMarks(all[0]?.name ?? '');
        return (
          <p key={all[0]?.id} class="trouble">
            <span dir="auto">{say('twins', { n: all.length, name })}</span>{' '}
            <button
              type="button"
              class="button small"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => merge(all)}
            >
              {say('twins.merge', { n: all.length })}
              <span class="visually-hidden"> {say('twins.of', { name })}</span>
            </button>
          </p>
        );
      })}
    </div>
  );
}
