/** Frames and requests that no honest program sends. */
import { randomBytes, randomInt } from 'node:crypto';

/** One WebSocket frame, masked or not, with whatever head it is given. */
function frame(opcode: number, body: Buffer, masked = true, length = body.length): Buffer {
  const head =
    length < 126
      ? Buffer.from([opcode, (masked ? 0x80 : 0) | length])
      : Buffer.from([opcode, (masked ? 0x80 : 0) | 126, (length >> 8) & 255, length & 255]);
  return Buffer.concat([head, ...(masked ? [Buffer.alloc(4)] : []), body]);
}

const text = (body: string): Buffer => frame(0x81, Buffer.from(body));
const pick = <T>(list: readonly T[]): T => list[randomInt(list.length)] as T;

/** Not `leave`, after which nobody is listened to any more. */
const EVENTS = ['hello', 'join', 'place', 'code', 'quote', 'do', 'constructor', '__proto__', ''];
const VALUES = [
  'null',
  'true',
  '-1',
  '1e999',
  '1e308',
  '9007199254740993',
  '""',
  '"\\u0000"',
  '"\\ud800"',
  '[]',
  '{}',
  '{"__proto__":{"joined":true}}',
  '{"constructor":{"prototype":{}}}',
  '{"toJSON":1}',
  '{"groups":{"length":1e9},"quote":1}',
  '{"groups":["a","a"],"quote":true,"more":1}',
  '{"_placeholder":true,"num":0}',
  '"' + 'x'.repeat(3000) + '"',
  '['.repeat(200) + ']'.repeat(200),
];

const HONEST = [
  '421["hello"]',
  '422["place",1,1,3]',
  '423["join",{"groups":[],"quote":true}]',
  '3',
  '40{"code":"x"}',
];

/** A frame of an honest phone with some bytes changed, lost or doubled. */
function mutated(): Buffer {
  const bytes = Buffer.from(pick(HONEST));
  const at = randomInt(bytes.length);
  const kind = randomInt(4);
  if (kind === 0) bytes[at] = randomInt(256);
  else if (kind === 1) return frame(0x81, bytes.subarray(0, at));
  else if (kind === 2) return frame(0x81, Buffer.concat([bytes, bytes.subarray(at)]));
  else bytes.reverse();
  return frame(0x81, bytes);
}

/** Those that a server reads and refuses. */
const ODD: (() => Buffer)[] = [
  () => {
    const parts = Array.from({ length: randomInt(7) }, () => pick(VALUES));
    return text(`42${randomInt(1e9)}[${[JSON.stringify(pick(EVENTS)), ...parts].join(',')}]`);
  },
  () => text(`42${JSON.stringify([pick(EVENTS)])}`),
  () =>
    text(
      `42${randomInt(99)}${JSON.stringify([pick(EVENTS), randomBytes(randomInt(300)).toString('latin1')])}`,
    ),
  () => text(`42/${pick(['console', 'projector', 'tablet', 'nowhere'])},1["hello"]`),
  () => text(`43${randomInt(99)}[${pick(VALUES)}]`),
  () => frame(pick([0x89, 0x8a]), randomBytes(randomInt(120))),
];

/** Those after which most servers hang up. */
const BROKEN: (() => Buffer)[] = [
  mutated,
  mutated,
  mutated,
  () => text(`4${pick(['0', '1', '2', '3', '4', '5', '6', '7'])}${pick(VALUES)}`),
  () => text(`451-${randomInt(9)}["place",{"_placeholder":true,"num":${randomInt(5) - 2}}]`),
  () => frame(0x82, randomBytes(randomInt(200))),
  () => frame(0x81, randomBytes(1 + randomInt(200))),
  () => frame(pick([0x01, 0x00, 0x83, 0x8b, 0xc1, 0xf1, 0x88]), randomBytes(randomInt(130))),
  () => frame(0x81, Buffer.from('421["hello"]'), false),
  () => frame(0x81, Buffer.from('42'), true, 60_000),
  () => text(`42${'9'.repeat(400)}["hello"]`),
  () => text(String(randomInt(10)) + 'x'.repeat(randomInt(17_000))),
];

/** So many frames that some program got wrong, or somebody made so; the last may end the connection. */
export function badFrames(many: number): Buffer[] {
  return Array.from({ length: many }, (_, i) => (i === many - 2 ? pick(BROKEN) : pick(ODD))());
}

/** Asks whether a phone is still listened to. */
export const PROBE = text('429999["hello"]');

const PATHS = [
  '/',
  '/j',
  '/j/%',
  '/j/../../etc/passwd',
  '/socket.io/',
  '/socket.io/?EIO=4&transport=polling',
  '/socket.io/?EIO=3&transport=websocket',
  '/socket.io/?EIO=4&transport=polling&sid=nobody',
  '/api/consultations',
  '/j/code',
  '/j/takeout',
  '/pictures/%00',
  '/assets/%ff',
  '/console',
  '/'.repeat(3000),
  '/?' + 'a=b&'.repeat(1500),
];
const BODIES = [
  '',
  '{',
  '{"code":',
  '[[[[',
  '{"code":"AAAA-AAAA-AAAA"}',
  '\u0000',
  'x'.repeat(20_000),
  '{"__proto__":1}',
];
const HEADS = [
  '',
  'Host: evil.example',
  'Host: ',
  'Content-Length: -1',
  'Content-Length: 5\r\nContent-Length: 6',
  'Transfer-Encoding: chunked',
  'Transfer-Encoding: gzip, chunked',
  'X: ' + 'y'.repeat(9000),
  'Cookie: standpoint=%',
  'Origin: null',
  'Upgrade: websocket\r\nConnection: Upgrade',
  'Expect: 100-continue',
  'Content-Encoding: gzip',
  '\u0001: 1',
];

/** A request that is cut off, contradicts itself, or is none. */
export function badRequest(port: number): Buffer {
  if (randomInt(10) === 0) return randomBytes(1 + randomInt(400));
  const body = pick(BODIES);
  const method = pick(['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'get', 'NONSENSE', '']);
  const lines = [
    `${method} ${pick(PATHS)} HTTP/${pick(['1.1', '1.0', '2.0', '9'])}`,
    ...(randomInt(4) === 0 ? [] : [`Host: 127.0.0.1:${port}`]),
    pick(HEADS),
    `Content-Type: ${pick(['application/json', 'text/plain', 'application/octet-stream', 'x'])}`,
    ...(randomInt(3) === 0 ? [] : [`Content-Length: ${body.length + pick([0, 0, 0, 7, -1])}`]),
    'X-Standpoint: 1',
    '',
    body,
  ];
  const whole = Buffer.from(lines.join('\r\n'), 'latin1');
  return randomInt(5) === 0 ? whole.subarray(0, randomInt(whole.length)) : whole;
}
