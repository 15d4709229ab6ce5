/** Routes about this laptop: how it is, its stick, and sessions that go from one laptop to another. */
import express, { type Router } from 'express';
import type { LaptopState } from '../../core/laptop.ts';
import { isRefusal, refuse } from '../../core/refusal.ts';
import { readAside, readNamed, readSettle, readTake } from '../../core/schemaStick.ts';
import type { LaptopPage } from '../../core/stick.ts';
import type { Store } from '../store/store.ts';
import type { Moves } from '../stick/takeOver.ts';
import type { Stick } from '../stick/parts.ts';
import { putAside } from '../use/putAside.ts';
import type { Rooms } from '../use/sessions.ts';
import { json } from './json.ts';
import type { Note } from './log.ts';

interface LaptopParts {
  store: Store;
  rooms: Rooms;
  /** YYYY-MM-DD. */
  today: () => string;
  stick: Stick;
  moves: Moves;
  laptop: () => LaptopState;
  /** Sessions that could not be taken up at the start. */
  notTakenUp: () => LaptopPage['notTakenUp'];
  note: Note;
}

export function laptopRoutes(parts: LaptopParts): Router {
  const { store, rooms, stick, moves, laptop, notTakenUp, note } = parts;
  /** Of those that could not be taken up at the start, what is still so. */
  const lost = async (): Promise<LaptopPage['notTakenUp']> => {
    const left = await Promise.all(
      notTakenUp().map(async (one) => {
        const here = await store.session(one.session);
        return here === null || rooms.byId(one.session) !== undefined || here.state === 'sealed' ? [] : [one];
      }),
    );
    return left.flat();
  };
  const router = express.Router();
  const body = express.json({ limit: '8kb' });

  router.get(
    '/api/laptop',
    json(async (): Promise<LaptopPage> => {
      const aside = await store.carry.aside.list();
      const nameOf = async (id: string): Promise<string | undefined> =>
        (await store.session(id))?.name ?? aside.find(({ session }) => session === id)?.name;
      const findings = await Promise.all(
        store.carry.findings().map(async (finding) => {
          const name = 'session' in finding ? await nameOf(finding.session) : undefined;
          return name === undefined ? finding : { ...finding, name };
        }),
      );
      return {
        laptop: laptop(),
        findings,
        notTakenUp: await lost(),
        aside,
        elsewhere: await moves.elsewhere(),
        idle: moves.idle(),
        stick: { folder: stick.settings().folder, copied: stick.copied(), places: await stick.places() },
      };
    }),
  );
  router.put(
    '/api/stick',
    body,
    json(async (req, res) => {
      const read = readNamed(req.body);
      if (isRefusal(read)) return read;
      const named = await stick.name(read.folder);
      if (!isRefusal(named)) await note(res, 'stick-named');
      return named;
    }),
  );
  router.delete(
    '/api/stick',
    json(async (_req, res) => {
      await stick.forget();
      await note(res, 'stick-forgotten');
      return { ok: true };
    }),
  );
  router.post(
    '/api/stick/take',
    body,
    json(async (req, res) => {
      const read = readTake(req.body);
      if (isRefusal(read)) return read;
      const taken = await moves.take(read.folder, read.passphrase, read.sure);
      if (!isRefusal(taken) && !('doubt' in taken)) await note(res, 'taken-over');
      return taken;
    }),
  );
  router.post(
    '/api/stick/elsewhere',
    body,
    json(async (req, res) => {
      const read = readSettle(req.body);
      if (isRefusal(read)) return read;
      const consultation = (await store.session(read.session))?.consultation ?? '';
      const settled = await moves.settle(read.session, read.do);
      if (!isRefusal(settled))
        await note(res, read.do === 'open' ? 'taken-back' : 'session-removed', { consultation });
      return settled;
    }),
  );
  router.post(
    '/api/laptop/aside',
    body,
    json(async (req, res) => {
      const read = readAside(req.body);
      if (isRefusal(read)) return read;
      const { session } = read;
      if (read.do === 'remove') {
        await store.carry.aside.drop(session);
        await stick.settleLost([], [session]);
        await note(res, 'aside-removed');
        return { ok: true };
      }
      // Any other has a way of its own: it runs, waits for a decision, or can be removed.
      if (!(await lost()).some((one) => one.session === session)) return refuse('wrong-state', 'session');
      const put = await putAside(store, rooms, session, parts.today());
      if (isRefusal(put)) return put;
      await note(res, 'session-aside', put);
      return { ok: true };
    }),
  );
  return router;
}
