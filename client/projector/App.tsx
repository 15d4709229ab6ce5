/** Draws the latest view. Each picture shows one thing. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Screen } from '../../core/room.ts';
import type { ProjectorBoard, ProjectorTalk, ProjectorView } from '../../core/view.ts';
import { Fit } from './Fit.tsx';
import { Frame } from './Frame.tsx';
import { Check } from './Check.tsx';
import { Headings } from './Columns.tsx';
import { Join } from './Join.tsx';
import { link, view } from './line.ts';
import { OneNote } from './OneNote.tsx';
import { Pile } from './Pile.tsx';
import { Apart, ChartView, LiveChart, SentenceLine, TableView } from './Result.tsx';
import type { Stage } from './stage.ts';
import { flies, stageOf } from './stage.ts';
import { Statement } from './Statement.tsx';
import { FreeTalk, Propose, Thoughts } from './Talk.tsx';
import { SCALES } from './useBox.ts';
import { Wall } from './Wall.tsx';
import { say } from './words.ts';

export function App() {
  const now = view.value;
  const stage = stageOf(now, link.value);
  const before = useRef<ProjectorView | null>(null);
  const fly = now !== null && flies(before.current, now);

  useLayoutEffect(() => {
    before.current = now;
    const root = document.documentElement;
    root.dataset['stage'] = stage;
    if (now === null) return;
    root.dataset['theme'] = now.screen.theme;
    root.dataset['size'] = String(now.screen.size);
  });

  if (stage === 'black' || stage === 'white')
    return (
      <main class={`blank-screen blank-${stage}`}>
        <h1 class="visually-hidden">{say('blank')}</h1>
      </main>
    );
  if (stage === 'finding') return <Words heading={say('link.first')} />;
  if (stage === 'out') return <Words heading={say('out.heading')} text={say('out.text')} />;
  if (stage === 'waits') return <Words heading={say('waits.heading')} text={say('waits.text')} />;
  if (now === null || stage === 'gone')
    return <Words heading={say('gone.heading')} text={say('gone.text')} />;
  return (
    <Frame view={now} stage={stage} lost={link.value === 'lost'}>
      <Picture view={now} stage={stage} fly={fly} />
    </Frame>
  );
}

/** A screen of a few words before there is a session, or after it. */
function Words({ heading, text = '' }: { heading: string; text?: string }) {
  return (
    <main class="stage">
      <div class="words">
        <h1>{heading}</h1>
        <p>{text}</p>
      </div>
    </main>
  );
}

function Picture({ view: now, stage, fly }: { view: ProjectorView; stage: Stage; fly: boolean }) {
  const { board, screen } = now;
  const k = SCALES[screen.size];
  switch (stage) {
    case 'paused':
      return (
        <div class="words">
          <h1>{say('paused')}</h1>
          <p>{say('paused.text')}</p>
        </div>
      );
    case 'ended':
      return (
        <div class="words">
          <h1>{say('ended.heading')}</h1>
          <p>{say('ended.text')}</p>
          {/* Whoever looks at the wall would not see that their phone asks something. */}
          {now.joined !== 0 && <p>{say('ended.heard')}</p>}
        </div>
      );
    case 'join':
      return now.newAddress ? (
        <Join view={now} heading={say('join.new')} most={6 * k} codeMost={7}>
          <p class="all-how">{say('join.new.text')}</p>
          <Fit most={9} hug={23} of={now.address}>
            <p class="new-address">
              <bdi>{now.address.replace(/^https?:\/\//, '')}</bdi>
            </p>
          </Fit>
        </Join>
      ) : (
        <Join view={now} heading={say('join.heading')} most={8 * k} />
      );
    case 'all-open':
      return (
        <Join view={now} heading={now.title} most={6 * k}>
          <p class="all-open">{say('all.open', { n: now.openBoards })}</p>
          <p class="all-how">{say('all.how')}</p>
        </Join>
      );
    case 'free':
      if (now.talk?.proposing === true) return <Propose />;
      return now.talk?.topics == null ? null : <FreeTalk topics={now.talk.topics} k={k} />;
    case 'check':
      return now.check === undefined ? null : <Check check={now.check} k={k} />;
    case 'thoughts':
      return now.talk === null ? null : <TalkPicture board={board} talk={now.talk} k={k} />;
    default:
      return board === null || stage === 'lobby' ? (
        <Join view={now} heading={now.title} most={9 * k} />
      ) : (
        <BoardPicture view={now} board={board} stage={stage} fly={fly} />
      );
  }
}

function TalkPicture(props: { board: ProjectorBoard | null; talk: ProjectorTalk; k: number }) {
  const { board, talk, k } = props;
  return (
    <>
      <p class="talk">{say('talk')}</p>
      {talk.free || board === null ? (
        <h1 class="free-heading">{say('free.talk')}</h1>
      ) : (
        <div class="top">
          <Statement board={board} most={6 * k} picture={false} hug={16} />
        </div>
      )}
      <Thoughts talk={talk} most={5 * k} />
    </>
  );
}

interface BoardProps {
  view: ProjectorView;
  board: ProjectorBoard;
  stage: Stage;
  fly: boolean;
}

function BoardPicture({ view: now, board, stage, fly }: BoardProps) {
  const { screen } = now;
  const k = SCALES[screen.size];
  if (stage === 'statement') return <Placing board={board} screen={screen} k={k} />;
  if (stage === 'talk')
    return (
      <>
        <p class="talk">{say('talk')}</p>
        <Statement board={board} most={9 * k} picture />
        <div class="talk-chart">
          <ChartView board={board} screen={screen} />
        </div>
      </>
    );
  return (
    <>
      <div class="top">
        <Statement
          board={board}
          most={7 * k}
          picture={false}
          hug={stage === 'chart' || stage === 'table' ? 20 : 16}
        />
        <SentenceLine board={board} />
      </div>
      {stage === 'note' && <OneNote board={board} at={screen.noteAt} most={12 * k} />}
      {stage === 'chart' && <ChartView board={board} screen={screen} />}
      {stage === 'table' && <TableView board={board} screen={screen} most={4.4 * k} />}
      {stage === 'wall' && <Wall board={board} size={screen.size} fly={fly} />}
      {stage !== 'note' && (
        <Apart
          board={board}
          byGroup={screen.byGroup && stage !== 'wall'}
          counted={stage === 'table'}
          wall={stage === 'wall'}
        />
      )}
    </>
  );
}

/** The statement alone over its empty columns, and the pile while people place; by choice the answers so far. */
function Placing({ board, screen, k }: { board: ProjectorBoard; screen: Screen; k: number }) {
  const state =
    board.state === 'open' ? 'state.open' : board.state === 'shown' ? 'state.shown' : 'state.closed';
  const { live } = board;
  if (live !== null)
    return (
      <>
        <Statement board={board} most={9 * k} picture />
        {live.figure === null ? (
          <Headings scale={board.scale} counts={null} />
        ) : (
          <div class="chart">
            <LiveChart board={board} figure={live.figure} screen={screen} />
          </div>
        )}
        <div class="tray">
          <div class="tray-text">
            <p class={`tray-state tray-${board.state}`}>{say(state)}</p>
            {board.pile !== null && <p class="tray-count">{say('pile', { n: board.pile })}</p>}
            <p class="tray-live">
              {say(live.figure === null ? 'live.few' : 'live.steps', { n: live.floor })}
            </p>
          </div>
        </div>
      </>
    );
  return (
    <>
      <Statement board={board} most={14 * k} picture />
      <Headings scale={board.scale} counts={null} />
      <div class="tray">
        <div class="tray-text">
          <p class={`tray-state tray-${board.state}`}>{say(state)}</p>
          {board.pile !== null && <p class="tray-count">{say('pile', { n: board.pile })}</p>}
        </div>
        {board.pile !== null && board.pile > 0 && <Pile count={board.pile} />}
      </div>
    </>
  );
}
