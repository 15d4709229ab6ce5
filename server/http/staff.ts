/** Routes of staff: signing in and out, adding devices, the passphrase, who did what. */
import express, { type Request, type Response, type Router } from 'express';
import * as v from 'valibot';
import type { Device, Pairing, StaffMe } from '../../core/staffApi.ts';
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import { needsTls, type Role } from '../../core/staff.ts';
import { passphraseSchema, pairingSchema, pairSchema, startSchema } from '../../core/schemaStaff.ts';
import type { Rooms } from '../use/sessions.ts';
import type { StaffDesk } from '../use/staff/desk.ts';
import type { Cookies } from './cookies.ts';
import { knownIn, type Door, type Known } from './door.ts';
import { isEncrypted, type Guard } from './guard.ts';
import { json, sendRefusal, text } from './json.ts';
import { tabletSignRoutes } from './tabletSign.ts';

/** Where a device finds this laptop over TLS. */
export interface TlsAddress {
  /** https://192.168.1.20:8443 */
  url: string;
  /** SHA-256 of the certificate, in hex. */
  fingerprint: string;
  /** The certificate is the team's own. */
  trusted: boolean;
}

export interface StaffRouteParts {
  desk: StaffDesk;
  door: Door;
  cookies: Cookies;
  guard: Guard;
  rooms: Rooms;
  /** What phones open now: http://192.168.1.20:8080 */
  address: () => string;
  /** Opens the door for other devices where it is not open yet. */
  tls: () => Promise<TlsAddress | Refusal>;
  /** A new start link; the one before holds no more. */
  startLink: () => string;
}

export function staffRoutes(parts: StaffRouteParts): Router {
  const { desk, door, cookies } = parts;
  const router = express.Router();
  router.use(tabletSignRoutes(parts));
  const body = express.json({ limit: '4kb' });

  /** Signs in: the cookie, and in the place of whatever this browser was signed in as before. */
  const signIn = async (req: Request, res: Response, how: () => Promise<string | Refusal>): Promise<void> => {
    const before = door.who(req)?.session ?? null;
    const token = await how();
    if (isRefusal(token)) return sendRefusal(res, token);
    const session = desk.sessions.find(token);
    if (session === null) return sendRefusal(res, refuse('fault'));
    if (before !== null) await desk.sessions.end(before.id);
    cookies.give(req, res, token, desk.sessions.left(session));
    const { role, place, name } = session;
    res.json(meOf(parts, req, { role, place, name, session }));
  };

  router.get(
    '/api/staff/me',
    json((req) => meOf(parts, req, door.who(req))),
  );
  router.post('/api/staff/start', body, (req, res, next) => {
    const parsed = v.safeParse(startSchema, req.body);
    if (!parsed.success) return sendRefusal(res, badField(parsed.issues));
    signIn(req, res, () => desk.byLink(parsed.output.secret)).catch(next);
  });
  router.post('/api/staff/passphrase', body, (req, res, next) => {
    const parsed = v.safeParse(passphraseSchema, req.body);
    if (!parsed.success) return sendRefusal(res, badField(parsed.issues));
    signIn(req, res, () => desk.byPassphrase(parsed.output.passphrase)).catch(next);
  });
  router.post('/api/staff/pair', body, (req, res, next) => {
    const parsed = v.safeParse(pairSchema, req.body);
    if (!parsed.success) return sendRefusal(res, badField(parsed.issues));
    signIn(req, res, () => desk.byPin({ ...parsed.output, tls: isEncrypted(req) })).catch(next);
  });
  router.post('/api/staff/sign-out', (req, res, next) => {
    const known = knownIn(res);
    if (known.session !== null && desk.tablets.state(known.session).locked)
      return sendRefusal(res, refuse('tablet-locked'));
    cookies.take(req, res);
    const ended = known.session === null ? Promise.resolve() : desk.end(known.session, known);
    ended.then(() => res.json({ ok: true }), next);
  });

  router.get(
    '/api/staff/devices',
    json((_req, res) => devices(desk, knownIn(res))),
  );
  router.delete(
    '/api/staff/devices/:id',
    json((req, res) => desk.revoke(text(req.params['id']), knownIn(res))),
  );
  router.get(
    '/api/staff/pairing',
    json(() => desk.pairing.state()),
  );
  router.post(
    '/api/staff/pairing',
    body,
    json((req, res) => {
      const parsed = v.safeParse(pairingSchema, req.body);
      return parsed.success ? beginPairing(parts, parsed.output.role, knownIn(res)) : badField(parsed.issues);
    }),
  );
  router.delete(
    '/api/staff/pairing',
    json(() => {
      desk.pairing.cancel();
      return { ok: true };
    }),
  );
  router.put(
    '/api/staff/passphrase',
    body,
    json((req, res) => {
      const parsed = v.safeParse(passphraseSchema, req.body);
      return parsed.success
        ? desk.setPassphrase(parsed.output.passphrase, knownIn(res))
        : badField(parsed.issues);
    }),
  );
  router.delete(
    '/api/staff/passphrase',
    json((_req, res) => desk.setPassphrase(null, knownIn(res))),
  );
  router.post(
    '/api/staff/link',
    json(async (_req, res) => {
      await desk.audit.note(knownIn(res), 'link-made');
      return { link: parts.startLink() };
    }),
  );
  return router;
}

function badField(issues: readonly v.BaseIssue<unknown>[]): Refusal {
  const issue = issues[0];
  const where = issue === undefined ? null : v.getDotPath(issue);
  return refuse('bad-message', where ?? 'body', issue?.message ?? '');
}

function meOf({ desk, guard, rooms }: StaffRouteParts, req: Request, known: Known | null): StaffMe {
  const here = guard.onThisMachine(req);
  const chooses = known?.role === 'projector' || known?.role === 'tablet';
  const running = chooses ? [...rooms.all()].map((r) => r.session) : [];
  return {
    role: known?.role ?? null,
    place: known?.place ?? null,
    name: known?.name ?? '',
    left: known?.session ? desk.sessions.left(known.session) : 0,
    here,
    passphrase: here && desk.passphrase.isSet(),
    running: running.map(({ id, name }) => ({ id, name })),
  };
}

function devices({ sessions }: StaffDesk, known: Known): Device[] {
  return sessions.list().map(({ id, role, place, name, since, used }) => ({
    id,
    role,
    place,
    name,
    since,
    used,
    mine: id === known.session?.id,
  }));
}

/** A PIN for a device of this role, with the address that it opens: over TLS where the role needs it. */
async function beginPairing(parts: StaffRouteParts, role: Role, by: Known): Promise<Pairing | Refusal> {
  const tls = needsTls(role) ? await parts.tls() : null;
  if (isRefusal(tls)) return tls;
  const { pin, key, left } = await parts.desk.beginPairing(role, by);
  const url = `${tls?.url ?? parts.address()}/pair`;
  const { fingerprint, trusted } = tls ?? { fingerprint: null, trusted: false };
  return { role, pin, url, qr: `${url}#key=${key}`, left, fingerprint, trusted };
}
