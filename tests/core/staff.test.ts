import { describe, expect, test } from '@jest/globals';
import { COMMAND_ACCESS, EVENT_ACCESS, mayDo, ROUTES, routeOf, type RouteKey } from '../../core/access.ts';
import { EVENTS } from '../../core/protocol.ts';
import { STAFF } from '../../core/limits.ts';
import { ROLES, type Role } from '../../core/staff.ts';
import { longEnough, needsTls, readDeviceName, readPin, tidyPassphrase } from '../../core/staff.ts';

const open = (role: Role): RouteKey[] =>
  (Object.keys(ROUTES) as RouteKey[]).filter((key) => {
    const admission = ROUTES[key];
    return typeof admission !== 'string' && mayDo({ role, place: 'device' }, admission);
  });

describe('T2 the table of who may what', () => {
  test('T2 every event of every namespace stands in it, and nothing else', () => {
    for (const name of ['phone', 'projector', 'tablet', 'console'] as const)
      expect(Object.keys(EVENT_ACCESS[name]).toSorted()).toEqual([...EVENTS[name].in].toSorted());
  });

  test('T2 M4 whoever gets the console’s view, which tells whether a lead is named, may pass a concern on', () => {
    for (const role of ROLES)
      expect([role, mayDo({ role, place: 'device' }, EVENT_ACCESS.console.hello)]).toEqual([
        role,
        mayDo({ role, place: 'device' }, COMMAND_ACCESS.concern),
      ]);
  });

  test('T2 a scribe reads and moderates, a researcher has results and files, a projector its screen, a tablet its page', () => {
    const reads: RouteKey[] = [
      'POST /api/staff/sign-out',
      'GET /api/consultations',
      'GET /api/consultations/:id',
      'GET /api/consultations/:id/analysis',
      'GET /api/consultations/:id/moved',
      'GET /api/consultations/:id/opinion',
      'GET /api/consultations/:id/comments',
      'GET /api/consultations/:id/themes',
      'GET /api/consultations/:id/waves',
      'GET /api/consultations/:id/recommendations',
      'GET /api/due',
      'POST /api/consultations/:id/themes',
      'GET /api/consultations/:id/case-studies',
      'POST /api/consultations/:id/case-studies',
      'GET /api/consultations/:id/case-studies/names',
      'GET /api/sessions/:id/talk',
      'POST /api/sessions/:id/talk',
    ];
    const files: RouteKey[] = [
      'GET /api/consultations/:id/file',
      'GET /api/consultations/:id/export',
      'GET /api/consultations/:id/archive',
      'POST /api/picture',
      'POST /api/consultations/:id/recommendations',
      'GET /api/consultations/:id/photos',
      'GET /api/sessions/:id/photos/:photo',
    ];
    const wall: RouteKey[] = [
      'GET /api/sessions/:id/wall',
      'PUT /api/sessions/:id/wall/:board',
      'GET /api/sessions/:id/photos',
      'POST /api/sessions/:id/photos/:board',
      'DELETE /api/sessions/:id/photos/:photo',
      'POST /api/sessions/:id/slips',
      'GET /api/consultations/:id/interview',
    ];
    expect(open('scribe').toSorted()).toEqual([...reads, ...wall].toSorted());
    expect(open('researcher').toSorted()).toEqual([...reads, ...files].toSorted());
    expect(open('projector').toSorted()).toEqual(['GET /projector/:session', 'POST /api/staff/sign-out']);
    expect(open('tablet').toSorted()).toEqual([
      'GET /tablet/:session',
      'POST /api/staff/sign-out',
      'POST /api/staff/tablet/leave',
      'POST /api/staff/tablet/lock',
      'POST /api/tablet/:session/packets',
    ]);
    const may = (role: Role) =>
      Object.entries(COMMAND_ACCESS).flatMap(([command, a]) =>
        mayDo({ role, place: 'device' }, a) ? [command] : [],
      );
    expect(may('scribe').toSorted()).toEqual(['concern', 'mute', 'note', 'notes', 'redact']);
    expect([may('researcher'), may('projector'), may('tablet')]).toEqual([[], [], []]);
  });

  test('T2 T5 access is handed out and taken back on the laptop only, whatever the role', () => {
    const here = Object.entries(ROUTES).flatMap(([key, a]) =>
      typeof a !== 'string' && 'places' in a ? [[key, a] as const] : [],
    );
    expect(here.map(([key]) => key)).toEqual(
      expect.arrayContaining(['POST /api/staff/pairing', 'DELETE /api/staff/devices/:id']),
    );
    for (const [, admission] of here)
      for (const role of ROLES) expect(mayDo({ role, place: 'device' }, admission)).toBe(false);
  });

  test('T2 a path has exactly one row, and what a router would bend into one has none', () => {
    for (const key of Object.keys(ROUTES) as RouteKey[]) {
      const [method = '', path = ''] = key.split(' ');
      const concrete = path.replaceAll(/:\w+/g, 'some-id').replace('*rest', 'a/b');
      expect(routeOf(method, concrete)).toBe(key);
    }
    expect(routeOf('HEAD', '/api/consultations')).toBe('GET /api/consultations');
    expect(routeOf('GET', '/api/consultations/')).toBe('GET /api/consultations');
    for (const path of [
      '/API/consultations',
      '/api/Consultations',
      '/api//consultations',
      '/api/consultations//',
    ])
      expect(routeOf('GET', path)).toBeNull();
    expect(routeOf('PATCH', '/api/consultations')).toBeNull();
    expect(routeOf('GET', '/api/nothing')).toBeNull();
  });
});

describe('T4 T6 what is typed', () => {
  test('T4 a passphrase has six words or fifteen characters, and is the same from every keyboard', () => {
    expect(['a b c d e', 'a b  c   d e', 'fourteen chars', ''].map(longEnough)).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(['a b c d e f', 'fifteen charact', '  horse battery staple wall  '].map(longEnough)).toEqual([
      true,
      true,
      true,
    ]);
    expect(tidyPassphrase(' ﬁve\u00a0 wo\u0308rter ')).toBe('five wörter');
  });

  test('T6 a PIN is read as people type it, and a name is tidied', () => {
    expect(readPin(' 123-456 ')).toBe('123456');
    expect(['12345', '1234567', '12345a', '१२३४५६'].map(readPin)).toEqual([null, null, null, null]);
    expect(readDeviceName('  Amina’s   tablet ')).toBe('Amina’s tablet');
    expect(['', '   ', 'x'.repeat(STAFF.deviceName + 1), 'a\u0007b'].map(readDeviceName)).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(ROLES.filter(needsTls)).toEqual(['facilitator', 'scribe', 'researcher']);
  });
});
