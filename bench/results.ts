/**
 * S12: how fast a million answers are counted: 200 sessions of five groups, one statement and twelve. For a
 * session's own figures (every statement, for everyone and each group) it is the slowest session that
 * counts: the largest of the medians over its rounds.
 *
 *   node bench/results.ts [--rounds 9] [--quick] [--gate] [--data FOLDER]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { AnalysisPage } from '../core/api.ts';
import { figureOfPart, rowsOf } from '../core/analysis/parts.ts';
import { scaleOf, type Consultation } from '../core/consultation.ts';
import { isRefusal } from '../core/refusal.ts';
import { figureOf } from '../core/results.ts';
import type { Store } from '../server/store/store.ts';
import { analysisPage, sealedSessions } from '../server/use/analysis.ts';
import { makeRooms } from '../server/use/rooms.ts';
import { Bars, readWork, say } from './bars.ts';
import { fill, opened, sitting, wall } from './sealed.ts';
import { median } from './statistics.ts';

const work = readWork(9);
const SESSIONS = work.quick ? 20 : 200;
const RESPONSES = work.quick ? 20_000 : 1_000_000;
const GROUPS = ['One', 'Two', 'Three', 'Four', 'Five'];
/** Milliseconds: one statement over all sessions, and a session's own. */
const BAR = { statement: 50, session: 5 };

const nothing = (): undefined => undefined;
const rooms = makeRooms(nothing, nothing);

/** Median of the rounds in milliseconds, after one to warm up. */
async function timed(act: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i <= work.rounds; i += 1) {
    const before = performance.now();
    await act();
    if (i > 0) times.push(performance.now() - before);
  }
  return median(times);
}

/** Everyone's figure and each group's, of every statement that is there. */
function count(page: AnalysisPage): number {
  let n = 0;
  for (const statement of page.statements) {
    const rows = rowsOf(page, statement);
    for (const groups of [[], ...page.groups.map((g) => [g.id])])
      n += figureOfPart(rows, statement, 1, { groups, sessions: [] }, []).n;
  }
  return n;
}

/** What a session by itself shows: every statement for everyone and for each group. */
async function ownFigures(store: Store, consultation: Consultation, session: string): Promise<void> {
  const { tallies, eligible } = await store.figures([session]);
  for (const statement of consultation.statements)
    for (const groups of [[], ...consultation.groups.map((g) => [g.id])]) {
      const of = { sessions: [session], groups, statement: statement.id, round: 1 as const };
      const { n } = figureOf(tallies, eligible, of, scaleOf(consultation, statement));
      if (n === 0) throw new Error('nothing was counted');
    }
}

const bars = new Bars(work);
for (const statements of [1, 12]) {
  const folder = await mkdtemp(join(work.data, 'standpoint-bench-'));
  try {
    const consultation = await wall(`A million answers to ${statements}`, statements, GROUPS);
    const people = Math.ceil(RESPONSES / SESSIONS / statements);
    const sessions = Array.from({ length: SESSIONS }, (_, at) => at);
    function* held() {
      for (const at of sessions) yield sitting(consultation, at, people);
    }
    await fill(folder, consultation, held());
    const store = await opened(folder);
    const { id } = consultation;
    const ask = async (of: string[]): Promise<void> => {
      const page = await analysisPage(store, rooms, id, of);
      if (isRefusal(page) || count(page) === 0) throw new Error('nothing was counted');
    };
    say(`\n${statements} statements, ${people * SESSIONS * statements} answers, ${SESSIONS} sessions`);
    const whole = await timed(() => ask([]));
    const what = 'S12 everyone and five groups, all sessions';
    if (statements === 1) bars.hold(what, whole, ' ms', { atMost: BAR.statement });
    else say(`${what}: ${whole.toFixed(1)} ms`);
    const own: number[] = [];
    const pages: number[] = [];
    for (const session of await sealedSessions(store, id)) {
      own.push(await timed(() => ownFigures(store, consultation, session.id)));
      pages.push(await timed(() => ask([session.id])));
    }
    bars.hold(`S12 a session's figures, slowest of ${own.length} sessions`, Math.max(...own), ' ms', {
      atMost: BAR.session,
    });
    say(`the same, median of the sessions: ${median(own).toFixed(2)} ms`);
    say(`the analysis page of one session among them: ${median(pages).toFixed(2)} ms`);
    await store.close();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
bars.end();
