/** Routes about this laptop: how it is, its stick, and sessions that go from one laptop to another. */
import express, { type Router } from 'express';
import type { LaptopState } from '../../core/laptop.ts';
import { isRefusal } from '../../core/refusal.ts';
import { readNamed, readSettle, readTake } from '../../core/schemaStick.ts';
import type { LaptopPage } from '../../core/stick.ts';
import type { Store } from '../store/store.ts';
import type { Moves } from '../stick/takeOver.ts';
import type { Stick } from '../stick/parts.ts';
import { json } from './json.ts';
import type { Note } from './log.ts';

interface LaptopParts {
  store: Store;
  stick: Stick;
  moves: Moves;
  laptop: () => LaptopState;
  /** Sessions that could not be taken up at the start. */
  notTakenUp: () => LaptopPage['notTakenUp'];
  note: Note;
}

export function laptopRoutes({ store, stick, moves, laptop, notTakenUp, note }: LaptopParts): Router {
  const router = express.Router();
  const body = express.json({ limit: '8kb' });

  router.get(
    '/api/laptop',
    json(async (): Promise<LaptopPage> => {
      const findings = await Promise.all(
        store.carry.findings().map(async (finding) => {
          const name = 'session' in finding ? (await store.session(finding.session))?.name : undefined;
          return name === undefined ? finding : { ...finding, name };
        }),
      );
      return {
        laptop: laptop(),
        findings,
        notTakenUp: notTakenUp(),
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
  return router;
}
