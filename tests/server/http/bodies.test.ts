/** Requests that do not come to an end. */
import { EventEmitter, once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { afterEach, expect, jest, test } from '@jest/globals';
import { LIMITS, TIMES } from '../../../core/limits.ts';
import { watchBodies } from '../../../server/http/bodies.ts';
import { DOOR } from '../../../server/http/doorOptions.ts';

afterEach(() => void jest.useRealTimers());

/** A request as far as it is looked at. */
class Coming extends EventEmitter {
  complete = false;
  cut = false;
  readonly socket = { destroy: () => (this.cut = true) };
}

/** A door that is watched, a request that comes in at it, and staff's at once. */
function door() {
  jest.useFakeTimers();
  const server = new EventEmitter();
  const bodies = watchBodies();
  bodies.watch(server as unknown as Server);
  const come = (known: object | null = null): Coming => {
    const req = new Coming();
    server.emit('request', req);
    bodies.moreForStaff(req as never, { locals: { known } } as never, () => undefined);
    return req;
  };
  return { come };
}

test('P4 a body that does not come is cut off; staff who have signed in have as long as an archive takes', () => {
  const { come } = door();
  const [slow, whole, staff] = [come(), come(), come({})];
  whole.emit('end');
  jest.advanceTimersByTime(TIMES.bodyMs - 1);
  expect(slow.cut).toBe(false);
  jest.advanceTimersByTime(1);
  expect([slow.cut, whole.cut, staff.cut]).toEqual([true, false, false]);
  expect(DOOR.requestTimeout).toBe(TIMES.staffBodyMs);
  // 100 MB at a megabit a second.
  expect(TIMES.staffBodyMs).toBeGreaterThan(800_000);
});

test('P4 with one body too many under way the oldest is cut off, and never one of staff’s', () => {
  const { come } = door();
  const staff = come({});
  const all = Array.from({ length: LIMITS.bodiesComing }, () => come());
  expect(all.some((req) => req.cut)).toBe(false);
  come();
  expect(all.map((req) => req.cut)).toEqual(all.map((_, i) => i === 0));
  expect(staff.cut).toBe(false);
});

test('P4 both doors are watched, sockets that poll too', async () => {
  const bodies = watchBodies();
  const plain = createServer(DOOR);
  bodies.watch(plain);
  plain.listen(0);
  const { port } = plain.address() as AddressInfo;
  const lines: Socket[] = [];
  for (let i = 0; i <= LIMITS.bodiesComing; i += 1) {
    const line = connect(port, '127.0.0.1');
    line.on('error', () => undefined);
    await once(line, 'connect');
    line.write('POST /j/code HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{');
    lines.push(line);
  }
  if (lines.every((line) => !line.closed)) await once(lines[0] ?? plain, 'close');
  expect(lines.filter((line) => line.closed).length).toBe(1);
  for (const line of lines) line.destroy();
  plain.close();
});
