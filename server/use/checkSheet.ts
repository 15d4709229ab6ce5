/**
 * Printing recommendations for people without a phone: in the words that a running session is shown, or those of now;
 * and for people who are asked again what came of them.
 */
import type { JobState } from '../../core/api.ts';
import type { Consultation } from '../../core/consultation.ts';
import { subPoints, inTeamsOrder, KINDS } from '../../core/recommendations/types.ts';
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import { readCheckSheetOrder, type CheckSheetOrder } from '../../core/schemaCheckSheet.ts';
import { say, type CheckSheetSource } from '../paper/checkSheet.ts';
import { setInWorker } from '../paper/setInWorker.ts';
import type { Store } from '../store/store.ts';
import { fileName } from './fileName.ts';
import type { JobDesk, JobResult, JobStart } from './jobs.ts';
import { printPicked } from './printPicked.ts';
import type { Rooms } from './sessions.ts';

interface Parts {
  store: Store;
  rooms: Rooms;
  jobs: JobStart;
  /** YYYY-MM-DD. */
  today: () => string;
}

/** Refused for what is not there, and for letters that no font has. */
export async function orderCheckSheet(
  { store, rooms, jobs, today }: Parts,
  id: string,
  value: unknown,
): Promise<JobState | Refusal> {
  const order = readCheckSheetOrder(value);
  if (isRefusal(order)) return order;
  return printPicked(
    { store, jobs },
    {
      picked: () => picked({ store, rooms, today }, id, order),
      make,
      field: say('field.picked'),
    },
  );
}

async function picked(
  { store, rooms, today }: Omit<Parts, 'jobs'>,
  id: string,
  order: CheckSheetOrder,
): Promise<CheckSheetSource | Refusal> {
  const stored = await store.consultation(id);
  if (stored === null) return refuse('no-such-consultation');
  const { title, sample } = stored.consultation;
  if (order.again === true) return asksAgain({ store, today }, stored.consultation, order);
  const running = order.session === null ? undefined : rooms.byId(order.session);
  if (order.session !== null && running?.session.consultation !== id)
    return refuse('no-such-session', 'session');
  const { check } = running?.room ?? {};
  if (running !== undefined && check === undefined) return refuse('wrong-state', 'session');
  const { list } = await store.recommendations.read(id);
  const items =
    check === undefined
      ? KINDS.flatMap((kind) => inTeamsOrder(list, kind)).filter((one) =>
          order.recommendations.includes(one.id),
        )
      : check.now.flatMap((n) => check.list.find((item) => item.n === n) ?? []);
  if (items.length < order.recommendations.length) return refuse('bad-message', 'recommendations');
  const recommendations = items.map((one) => ({ text: one.text, points: subPoints(one) }));
  return {
    title,
    sample,
    session: running?.session.name ?? '',
    recommendations,
    again: false,
    today: today(),
  };
}

/** What stays with the team is on no sheet, and of what nobody was asked for nothing can have come. */
async function asksAgain(
  { store, today }: Pick<Parts, 'store' | 'today'>,
  { id, title, sample }: Consultation,
  order: CheckSheetOrder,
): Promise<CheckSheetSource | Refusal> {
  const session = (await store.sessions(id)).find((one) => one.id === order.session);
  if (order.session !== null && session === undefined) return refuse('no-such-session', 'session');
  const { list } = await store.recommendations.read(id);
  const recommendations = KINDS.flatMap((kind) => inTeamsOrder(list, kind))
    .filter(({ told, askedOn, answer }) => told && (askedOn !== '' || answer !== ''))
    .map((one) => ({ text: one.text, points: subPoints(one) }));
  return { title, sample, session: session?.name ?? '', recommendations, again: true, today: today() };
}

async function make(source: CheckSheetSource, desk: JobDesk): Promise<JobResult | Refusal> {
  desk.step(say('step'), 0, 1);
  const set = await setInWorker(source, desk.signal, () => undefined);
  const parts = [
    source.title,
    source.session,
    say(source.again ? 'again.file' : 'file'),
    source.sample ? 'SAMPLE' : '',
  ];
  const name = fileName(source.today, parts, 'pdf');
  return { files: set.map(({ bytes }) => ({ name, bytes })), refusal: null };
}
