/**
 * Who may what: every route, page and event against every role. The server decides by this table, the
 * console hides by it, and a test walks the real routers and events and demands that each stands here and
 * is refused to everyone who is not listed.
 */
import type { EVENTS } from './protocol.ts';
import type { Command } from './room.ts';
import type { Asker, Place, Role } from './staff.ts';

/**
 * `everyone`: whoever reaches the server, phones too. `sign-in`: whoever asks from where staff may sign
 * in, on the laptop or over TLS. `sign-in-here`: on the laptop only.
 * `watcher`: on the laptop, or with the token that was named at the start. Else signed-in staff of these roles,
 * where there are `places` only from there.
 */
export type Admission =
  | 'everyone'
  | 'sign-in'
  | 'sign-in-here'
  | 'watcher'
  | { roles: readonly Role[]; places?: readonly Place[] };

const FACILITATOR: Admission = { roles: ['facilitator'] };
/** Whoever may read what was prepared and how it came out. */
const READERS: Admission = { roles: ['facilitator', 'scribe', 'researcher'] };
/** Complete files, for the team only. */
const FILES: Admission = { roles: ['facilitator', 'researcher'] };
const LIVE: Admission = { roles: ['facilitator', 'scribe'] };
const SCREEN: Admission = { roles: ['facilitator', 'projector'] };
/** A tablet that is passed round, and nobody else: its page has nothing that a facilitator needs. */
const TABLET: Admission = { roles: ['tablet'] };
const ALL_STAFF: Admission = { roles: ['facilitator', 'scribe', 'researcher', 'projector', 'tablet'] };
/** Access is handed out and taken back on the laptop only, so that a lost device cannot renew itself. */
const HERE: Admission = { roles: ['facilitator'], places: ['laptop', 'program'] };
const PROGRAM: Admission = { roles: ['facilitator'], places: ['program'] };

/** `METHOD /path` as the router has it. What is not here is refused. */
export const ROUTES = {
  'GET /': 'everyone',
  'GET /health': 'everyone',
  'GET /ready': 'everyone',
  'GET /metrics': 'watcher',
  'GET /j': 'everyone',
  'GET /j/:code': 'everyone',
  'GET /favicon.ico': 'everyone',
  'GET /assets/*rest': 'everyone',
  'GET /pictures/:hash': 'everyone',
  'GET /pair': 'everyone',
  // Published by the facilitator, for people without any account.
  'GET /told/:id': 'everyone',
  'POST /j/code': 'everyone',
  'POST /j/takeout': 'everyone',
  'GET /console': 'sign-in',
  'GET /console/*rest': 'sign-in',
  'GET /projector/:session': SCREEN,
  'GET /tablet/:session': TABLET,
  'POST /api/tablet/:session/packets': TABLET,

  'GET /api/staff/me': 'everyone',
  'POST /api/staff/start': 'sign-in-here',
  'POST /api/staff/passphrase': 'sign-in-here',
  'POST /api/staff/pair': 'everyone',
  'POST /api/staff/sign-out': ALL_STAFF,
  'GET /api/staff/devices': HERE,
  'DELETE /api/staff/devices/:id': HERE,
  'GET /api/staff/pairing': HERE,
  'POST /api/staff/pairing': HERE,
  'DELETE /api/staff/pairing': HERE,
  'PUT /api/staff/passphrase': HERE,
  'DELETE /api/staff/passphrase': HERE,
  'POST /api/staff/tablet': HERE,
  'POST /api/staff/tablet/lock': TABLET,
  'POST /api/staff/tablet/leave': TABLET,
  'POST /api/staff/link': PROGRAM,
  'GET /api/staff/log': FACILITATOR,
  'GET /api/staff/log.csv': FACILITATOR,

  'GET /api/templates': FACILITATOR,
  'GET /api/consultations': READERS,
  'POST /api/consultations': FACILITATOR,
  'GET /api/consultations/:id': READERS,
  'PUT /api/consultations/:id': FACILITATOR,
  'DELETE /api/consultations/:id': FACILITATOR,
  'POST /api/consultations/:id/correct': FACILITATOR,
  'GET /api/consultations/:id/file': FILES,
  'GET /api/consultations/:id/sheets/:name': FACILITATOR,
  'POST /api/consultations/:id/paper': FACILITATOR,
  'POST /api/consultations/:id/read-back': FACILITATOR,
  'POST /api/consultations/:id/check-sheet': FACILITATOR,
  'GET /api/date': FACILITATOR,
  'POST /api/date': FACILITATOR,
  'GET /api/destroyed': FACILITATOR,
  'POST /api/takeout': FACILITATOR,
  'GET /api/consultations/:id/export': FILES,
  'GET /api/consultations/:id/archive': FILES,
  'POST /api/archives': FACILITATOR,
  'POST /api/consultations/:id/lock': FACILITATOR,
  'POST /api/consultations/:id/lock/remove': FACILITATOR,
  'POST /api/import/polis': FACILITATOR,
  'POST /api/import/qda': FACILITATOR,

  'GET /api/consultations/:id/analysis': READERS,
  'GET /api/consultations/:id/moved': READERS,
  'GET /api/consultations/:id/opinion': READERS,
  'GET /api/consultations/:id/waves': READERS,
  'GET /api/consultations/:id/comments': READERS,
  'PUT /api/consultations/:id/comments': FACILITATOR,
  'GET /api/consultations/:id/photos': FILES,
  // A researcher reads and changes points of sessions that are counted (server/use/talk.ts), and themes.
  'GET /api/consultations/:id/themes': READERS,
  'POST /api/consultations/:id/themes': READERS,
  'GET /api/consultations/:id/proposals': FACILITATOR,
  // Of the consultation, as themes are.
  'GET /api/consultations/:id/case-studies': READERS,
  'POST /api/consultations/:id/case-studies': READERS,
  'GET /api/consultations/:id/case-studies/names': READERS,
  'GET /api/consultations/:id/recommendations': READERS,
  'POST /api/consultations/:id/recommendations': FILES,
  'GET /api/due': READERS,
  'GET /api/consultations/:id/told': FACILITATOR,
  'PUT /api/consultations/:id/told': FACILITATOR,
  'DELETE /api/consultations/:id/told': FACILITATOR,
  'GET /api/consultations/:id/told/preview': FACILITATOR,
  'POST /api/consultations/:id/told/files': FACILITATOR,
  'GET /api/consultations/:id/interview': LIVE,
  'POST /api/picture': FILES,
  'GET /api/consultations/:id/concerns': FACILITATOR,
  'PUT /api/consultations/:id/concerns/lead': FACILITATOR,
  'POST /api/consultations/:id/concerns/open': FACILITATOR,
  'POST /api/consultations/:id/concerns/:concern/settle': FACILITATOR,
  'GET /api/consultations/:id/alone': FACILITATOR,
  'POST /api/consultations/:id/alone/open': FACILITATOR,
  'POST /api/consultations/:id/alone/cards': FACILITATOR,
  'POST /api/consultations/:id/alone/:kind/:wish/settle': FACILITATOR,

  'GET /api/consultations/:id/report': FACILITATOR,
  'PUT /api/consultations/:id/report': FACILITATOR,
  'POST /api/consultations/:id/report/model': FACILITATOR,
  'GET /api/consultations/:id/report/preview': FACILITATOR,
  'POST /api/consultations/:id/report/check': FACILITATOR,
  'POST /api/consultations/:id/report/files': FACILITATOR,
  'GET /api/consultations/:id/releases': FACILITATOR,
  'POST /api/consultations/:id/releases/:number/files': FACILITATOR,
  'GET /api/jobs/:id': FACILITATOR,
  'DELETE /api/jobs/:id': FACILITATOR,
  'GET /api/jobs/:id/files/:name': FACILITATOR,

  'POST /api/consultations/:id/sessions': FACILITATOR,
  'PUT /api/sessions/:id': FACILITATOR,
  'DELETE /api/sessions/:id': FACILITATOR,
  'POST /api/sessions/:id/lobby': FACILITATOR,
  'POST /api/sessions/:id/seal': FACILITATOR,
  'POST /api/sessions/:id/cards': FACILITATOR,
  'GET /api/sessions/:id/wall': LIVE,
  'PUT /api/sessions/:id/wall/:board': LIVE,
  'POST /api/sessions/:id/slips': LIVE,
  'GET /api/sessions/:id/photos': LIVE,
  'POST /api/sessions/:id/photos/:board': LIVE,
  'GET /api/sessions/:id/photos/:photo': FILES,
  'DELETE /api/sessions/:id/photos/:photo': LIVE,
  'GET /api/sessions/:id/talk': READERS,
  'POST /api/sessions/:id/talk': READERS,
  'POST /api/sessions/:id/rehearse': FACILITATOR,
  'GET /api/laptop': FACILITATOR,
  'PUT /api/stick': HERE,
  'DELETE /api/stick': HERE,
  'POST /api/stick/take': HERE,
  'POST /api/stick/elsewhere': HERE,
  'POST /api/laptop/aside': HERE,
  'GET /api/room': FACILITATOR,
  'POST /api/room/address': FACILITATOR,
} as const satisfies Record<string, Admission>;

export type RouteKey = keyof typeof ROUTES;

/** Events that come in over each namespace. Phones are known by code and token, and have no role. */
export const EVENT_ACCESS = {
  phone: {
    hello: 'everyone',
    join: 'everyone',
    place: 'everyone',
    code: 'everyone',
    quote: 'everyone',
    alone: 'everyone',
    leave: 'everyone',
  },
  projector: { hello: SCREEN },
  tablet: { hello: TABLET, queue: TABLET, card: TABLET },
  console: { hello: LIVE, do: LIVE, addFor: LIVE, attendance: LIVE },
} as const satisfies { [N in keyof typeof EVENTS]: Record<(typeof EVENTS)[N]['in'][number], Admission> };

/** What the console's `do` carries: a scribe has the comments, and nothing that moves the room. */
export const COMMAND_ACCESS: Record<Command['do'], Admission> = {
  note: LIVE,
  notes: LIVE,
  redact: LIVE,
  mute: LIVE,
  concern: LIVE,
  slow: FACILITATOR,
  start: FACILITATOR,
  show: FACILITATOR,
  open: FACILITATOR,
  close: FACILITATOR,
  reopen: FACILITATOR,
  reveal: FACILITATOR,
  discuss: FACILITATOR,
  talk: FACILITATOR,
  topics: FACILITATOR,
  check: FACILITATOR,
  openAll: FACILITATOR,
  openForPaper: FACILITATOR,
  add: FACILITATOR,
  closeAll: FACILITATOR,
  next: FACILITATOR,
  back: FACILITATOR,
  undo: FACILITATOR,
  end: FACILITATOR,
  resume: FACILITATOR,
  hold: FACILITATOR,
  pause: FACILITATOR,
  door: FACILITATOR,
  most: FACILITATOR,
  keys: FACILITATOR,
  screen: FACILITATOR,
};

/** Whether somebody who is signed in may do it. */
export function mayDo({ role, place }: Pick<Asker, 'role' | 'place'>, admission: Admission): boolean {
  if (typeof admission === 'string') return true;
  const { roles, places } = admission;
  return roles.includes(role) && (places === undefined || places.includes(place));
}

interface Pattern {
  method: string;
  parts: readonly string[];
  key: RouteKey;
}

const PATTERNS: readonly Pattern[] = (Object.keys(ROUTES) as RouteKey[]).map((key) => {
  const [method = '', path = ''] = key.split(' ');
  return { method, parts: path.split('/').slice(1), key };
});

/**
 * The row of the table for a request, or null when there is none. Paths are compared as they are, which is
 * narrower than a router's reading of them: what only the router would take is in no row, and refused.
 */
export function routeOf(method: string, path: string): RouteKey | null {
  // As the router does, one slash at the end is passed over.
  const asked = path
    .replace(/(?<=.)\/$/, '')
    .split('/')
    .slice(1);
  // A browser's HEAD is answered as its GET.
  const how = method === 'HEAD' ? 'GET' : method;
  const found = PATTERNS.find((p) => p.method === how && fits(p.parts, asked));
  return found?.key ?? null;
}

function fits(parts: readonly string[], asked: readonly string[]): boolean {
  const rest = parts.at(-1)?.startsWith('*') === true;
  if (rest ? asked.length < parts.length : asked.length !== parts.length) return false;
  return parts.every((part, i) =>
    part.startsWith('*')
      ? asked.slice(i).join('/') !== ''
      : part.startsWith(':')
        ? asked[i] !== ''
        : part === asked[i],
  );
}
