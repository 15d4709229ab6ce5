/** The screen's edge: who is here at the left, where we are in the middle, the code at the right. */
import type { ComponentChildren } from 'preact';
import { showCode } from '../../core/id.ts';
import type { ProjectorView } from '../../core/view.ts';
import type { Stage } from './stage.ts';
import { say } from './words.ts';

interface Props {
  view: ProjectorView;
  stage: Stage;
  lost: boolean;
  children: ComponentChildren;
}

/** Pictures that show the code themselves, or are about the whole session. */
const PLAIN: readonly Stage[] = ['lobby', 'join', 'all-open', 'paused', 'ended'];

/** The round is named only where there are two. */
function whereOf(rounds: 1 | 2, round: 1 | 2): 'where.one' | 'where.first' | 'where.second' {
  if (rounds === 1) return 'where.one';
  return round === 1 ? 'where.first' : 'where.second';
}

export function Frame({ view, stage, lost, children }: Props) {
  const plain = PLAIN.includes(stage);
  const { board, joined } = view;
  return (
    <main class={`stage stage-${stage}${lost ? ' stage-lost' : ''}`}>
      <div class="edge">
        <p class="edge-start">{plain || joined === null ? '' : say('people.short', { n: joined })}</p>
        <p class="edge-middle">
          {view.sample && <strong class="badge">{say('mark.sample')}</strong>}
          {view.rehearsal && <strong class="badge">{say('mark.rehearsal')}</strong>}
          {stage === 'check' && view.check?.step === 'ask' && (
            <span>{say('check.where', { n: view.check.number, of: view.check.of })}</span>
          )}
          {!plain && stage !== 'check' && board !== null && view.talk?.free !== true && (
            <span>{say(whereOf(view.rounds, board.round), { n: board.number, of: view.of })}</span>
          )}
        </p>
        <p class="edge-end">
          {lost ? (
            <span class="lost">{say('link.lost')}</span>
          ) : (
            !plain && <bdi class="edge-code">{showCode(view.code)}</bdi>
          )}
        </p>
      </div>
      {children}
    </main>
  );
}
