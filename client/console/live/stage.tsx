/** What the room sees now, small: drawn from the very view the projector gets. */
import { showCode } from '../../../core/id.ts';
import type { ConsoleView, ProjectorBoard, ProjectorView, TopicsView } from '../../../core/view.ts';
import { Qr } from '../../shared/qr.tsx';
import { shownWordings } from '../../shared/wordings.ts';
import { Bars, StageResult } from './stageResult.tsx';
import { StageCheck } from './stageCheck.tsx';
import { say } from './words.ts';

type Scene =
  | 'black'
  | 'white'
  | 'paused'
  | 'join'
  | 'lobby'
  | 'allOpen'
  | 'board'
  | 'thoughts'
  | 'free'
  | 'check'
  | 'ended';

/** Which picture is on the big screen, the uppermost first, as the projector decides it. */
function sceneOf(view: ProjectorView): Scene {
  if (view.screen.blank !== 'none') return view.screen.blank;
  if (view.screen.join || view.newAddress) return 'join';
  if (view.paused) return 'paused';
  if (view.state === 'ended') return 'ended';
  if (view.check !== undefined) return 'check';
  const thoughts = (view.talk?.thoughts.length ?? 0) > 0 && view.screen.result === 'thoughts';
  if (view.talk !== null && (thoughts || view.talk.free)) return thoughts ? 'thoughts' : 'free';
  if (view.state === 'lobby' || view.board === null) return 'lobby';
  return view.board.state === 'open' && view.openBoards > 1 ? 'allOpen' : 'board';
}

/** More than this stand in two columns, there as here. */
const TOPICS_IN_ONE = 8;

function StageTopics({ topics: { step, list, at } }: { topics: TopicsView }) {
  const now = step === 'talk' ? list.find(({ n }) => n === at) : undefined;
  return (
    <div class="stage-topics">
      <p dir="auto">{now?.text ?? say(`stage.free.${step}`)}</p>
      <ol class={list.length > TOPICS_IN_ONE ? 'stage-topics-many' : ''}>
        {list.map(({ n, text, done }, i) => (
          <li key={n} aria-current={n === at || undefined}>
            <span aria-hidden="true">{n === at ? '▸' : done ? '✓' : '○'}</span> <span>{i + 1}.</span>{' '}
            <bdi>{text}</bdi>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** As many as the big screen shows. */
const MOST_THOUGHTS = 9;

function captionOf(view: ProjectorView, scene: Scene): string {
  if (scene === 'free' && view.talk?.proposing === true) return say('stage.propose');
  if (scene !== 'board' || view.board === null) return say(`stage.${scene}`);
  const { number, round } = view.board;
  return say(round === 2 ? 'stage.board.second' : 'stage.board', { number, of: view.of });
}

export function Stage({ view }: { view: ConsoleView }) {
  const shown = view.projector;
  const scene = sceneOf(shown);
  return (
    <section class="stage" aria-labelledby="stage-title">
      <h2 class="stage-title" id="stage-title">
        {say('stage.title')}: <span class="stage-caption">{captionOf(shown, scene)}</span>
      </h2>
      <div class="stage-room">
        <div
          class="stage-screen"
          data-theme={shown.screen.theme}
          data-scene={scene}
          data-size={shown.screen.size}
        >
          <Picture shown={shown} scene={scene} />
        </div>
      </div>
    </section>
  );
}

function Picture({ shown, scene }: { shown: ProjectorView; scene: Scene }) {
  switch (scene) {
    case 'black':
    case 'white':
      return null;
    case 'paused':
    case 'ended':
      return <p class="stage-big">{say(scene === 'paused' ? 'stage.paused' : 'stage.thanks')}</p>;
    case 'allOpen':
      return <p class="stage-big stage-words">{say('stage.allOpen.text', { n: shown.openBoards })}</p>;
    case 'free':
      if (shown.talk?.proposing === true)
        return <p class="stage-big stage-words">{say('stage.propose.text')}</p>;
      return shown.talk?.topics == null ? null : <StageTopics topics={shown.talk.topics} />;
    case 'check':
      return shown.check === undefined ? null : <StageCheck check={shown.check} />;
    case 'thoughts':
      return (
        <ul class="stage-thoughts">
          {shown.talk?.thoughts.slice(0, MOST_THOUGHTS).map(({ id, text }) => (
            <li key={id} dir="auto">
              {text}
            </li>
          ))}
        </ul>
      );
    case 'join':
    case 'lobby':
      return <Joining shown={shown} />;
    case 'board':
      return shown.board === null ? null : <StageBoard shown={shown} board={shown.board} />;
  }
}

function Joining({ shown }: { shown: ProjectorView }) {
  return (
    <div class="stage-join">
      <div class="stage-qr">
        <Qr text={`${shown.address}/j/${shown.code}`} label={say('room.qr', { address: shown.address })} />
      </div>
      <div>
        <p class="stage-small">
          {say('stage.join.go', { address: `${shown.address.replace(/^https?:\/\//, '')}/j` })}
        </p>
        <p class="stage-code">{showCode(shown.code)}</p>
        {shown.joined !== null && <p class="stage-small">{say('stage.joined', { n: shown.joined })}</p>}
      </div>
    </div>
  );
}

/** Letters of a statement from which on its type is smaller, as the projector's is too. */
const SMALLER = [120, 300] as const;

function StageBoard({ shown, board }: { shown: ProjectorView; board: ProjectorBoard }) {
  const result = board.result !== null;
  // The very wordings that are on the big screen, which has one language.
  const wordings = shownWordings(board.wordings, 'en', say('stage.others'));
  const letters = wordings.reduce((n, w) => n + w.text.length, 0);
  const size = SMALLER.filter((from) => letters > from).length;
  return (
    <div class={result ? 'stage-board stage-with-result' : 'stage-board'} data-smaller={size}>
      {wordings.map((w) => (
        <p class="stage-statement" key={w.name} lang={w.lang} dir="auto">
          {w.name !== null && <span class="stage-group">{w.name}</span>}
          {w.text}
        </p>
      ))}
      {board.pile !== null && board.live === null && <Pile n={board.pile} />}
      {board.live !== null && <StageLive board={board} live={board.live} />}
      {board.result !== null && <StageResult board={board} result={board.result} screen={shown.screen} />}
    </div>
  );
}

function StageLive({ board, live }: { board: ProjectorBoard; live: NonNullable<ProjectorBoard['live']> }) {
  if (live.figure === null) return <p class="stage-small">{say('stage.live.few', { n: live.floor })}</p>;
  return <Bars scale={board.scale} rows={[{ label: say('stage.live'), figure: live.figure }]} />;
}

// More blank post-its than this cannot be told apart at this size; the number says the rest.
const MOST_PAPERS = 40;

function Pile({ n }: { n: number }) {
  return (
    <div class="stage-pile">
      <span class="stage-papers" aria-hidden="true">
        {Array.from({ length: Math.min(n, MOST_PAPERS) }, (_, i) => (
          <span class="stage-paper" key={i} />
        ))}
      </span>
      <span class="stage-small">{say('stage.pile', { n })}</span>
    </div>
  );
}
