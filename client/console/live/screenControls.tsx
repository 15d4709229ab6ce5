/** What the projector shows and how; each of these has a key too. */
import type { Screen } from '../../../core/room.ts';
import type { ConsoleView } from '../../../core/view.ts';
import { Choice, Toggle } from './choice.tsx';
import type { Desk } from './desk.ts';
import { Menu } from './menu.tsx';
import { boardNow, say } from './words.ts';

const LOOKS = ['notes', 'chart', 'table', 'thoughts'] as const;

export function ScreenControls({ desk, view }: { desk: Desk; view: ConsoleView }) {
  const { screen } = view.room;
  const change = (part: Partial<Screen>): void => void desk.run({ do: 'screen', change: part });
  const blank = (kind: 'black' | 'white') => (on: boolean) => change({ blank: on ? kind : 'none' });
  // What is chosen before a reveal would be lost with it: every reveal begins with the post-its.
  const free = view.room.freeTalk === true;
  const revealed = boardNow(view)?.result != null && !free;
  const thoughts = (view.projector.talk?.thoughts.length ?? 0) > 0;
  return (
    <div class="screen-controls" role="group" aria-label={say('screen.title')}>
      <Toggle label={say('screen.join')} on={screen.join} set={(join) => change({ join })} />
      <Toggle label={say('screen.black')} on={screen.blank === 'black'} set={blank('black')} />
      <Toggle label={say('screen.white')} on={screen.blank === 'white'} set={blank('white')} />
      {revealed && (
        <Choice
          label={say('screen.look')}
          options={LOOKS.filter((value) => value !== 'thoughts' || thoughts).map((value) => ({
            value,
            label: say(`screen.${value}`),
          }))}
          value={screen.result}
          choose={(result) => change({ result })}
        />
      )}
      {free && thoughts && (
        <Toggle
          label={say('screen.thoughts')}
          on={screen.result === 'thoughts'}
          set={(on) => change({ result: on ? 'thoughts' : 'chart' })}
        />
      )}
      {revealed && view.groups.length > 1 && (
        <Toggle label={say('screen.byGroup')} on={screen.byGroup} set={(byGroup) => change({ byGroup })} />
      )}
      <Menu label={say('screen.more')}>{() => <Look screen={screen} change={change} />}</Menu>
    </div>
  );
}

function Look({ screen, change }: { screen: Screen; change: (part: Partial<Screen>) => void }) {
  return (
    <>
      <div class="menu-row">
        <span>{say('screen.size', { n: screen.size + 1 })}</span>
        <button
          type="button"
          class="button"
          disabled={screen.size === 0}
          onClick={() => change({ size: Math.max(0, screen.size - 1) as Screen['size'] })}
        >
          <span aria-hidden="true">A−</span>
          <span class="visually-hidden">{say('screen.smaller')}</span>
        </button>
        <button
          type="button"
          class="button"
          disabled={screen.size === 4}
          onClick={() => change({ size: Math.min(4, screen.size + 1) as Screen['size'] })}
        >
          <span aria-hidden="true">A+</span>
          <span class="visually-hidden">{say('screen.larger')}</span>
        </button>
      </div>
      <div class="menu-row">
        <Toggle
          label={say('screen.theme')}
          on={screen.theme === 'dark'}
          set={(on) => change({ theme: on ? 'dark' : 'light' })}
        />
        <Toggle label={say('screen.live')} on={screen.live} set={(live) => change({ live })} />
        <Toggle label={say('screen.count')} on={screen.count} set={(count) => change({ count })} />
      </div>
      <p class="menu-note">{say('screen.live.hint')}</p>
      <p class="menu-label">{say('screen.pile')}</p>
      <Choice
        label={say('screen.pile')}
        options={(['auto', 'on', 'off'] as const).map((value) => ({
          value,
          label: say(`screen.pile.${value}`),
        }))}
        value={screen.pile}
        choose={(pile) => change({ pile })}
      />
    </>
  );
}
