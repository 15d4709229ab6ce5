/** The bench's figures: what each is taken from, what it is compared with, and the bar it has to reach. */
import type { Placed } from './orders.ts';
import type { Round } from './round.ts';
import type { Target } from './servers.ts';

export interface Figure {
  phase: string;
  what: string;
  unit: string;
  /** Null where this round has no such figure. */
  of: (round: Round) => number | null;
  /** The figure is a ratio to the same of this server in the same round; null: it stands alone. */
  against: Target | null;
  bar?: Bar;
}

export interface Bar {
  id: string;
  atMost?: number;
  atLeast?: number;
  /** In the place of `atLeast` where a sync of the disk takes 0.4 ms or more. */
  onSlowDisk?: number;
  /** With fewer phones than this it says nothing. */
  phones: number;
  /** In how many rounds it has to be measured; five where the figure is a time. */
  rounds?: number;
}

const perSecond = (r: Round): number => r.saturate.acknowledged / r.saturate.seconds;
const cpuEach = ({ saturate: s }: Round): number | null =>
  s.serverCpu === null ? null : (s.serverCpu * s.seconds * 1e6) / s.acknowledged;
const late = (placed: Placed | null): number | null => placed && placed.offered - placed.acknowledged;
const eachPhone = ({ memory: m }: Round): number | null => m && (m.idle - m.empty) / m.phones / 1000;
const MB = 1e6;
const HALL = 5000;

/** The phase whose rounds have to be worth counting. */
export const SATURATION = 'saturation';

export const FIGURES: readonly Figure[] = [
  {
    phase: 'everyone joins at once',
    what: 'half have their state',
    unit: 'ms',
    of: (r) => r.connect.p50,
    against: 'ws',
  },
  {
    phase: 'everyone joins at once',
    what: 'the last has its state',
    unit: 'ms',
    of: (r) => r.connect.last,
    against: 'ws',
    bar: { id: 'S7', atMost: 2.3, phones: HALL },
  },
  {
    phase: 'everyone joins at once',
    what: 'last behind half, in halves',
    unit: 'x',
    of: (r) => (r.connect.last - r.connect.p50) / r.connect.p50,
    against: null,
    bar: { id: 'S7', atMost: 2, phones: HALL },
  },
  {
    phase: 'everyone joins at once',
    what: 'the last yes is durable',
    unit: 'ms',
    of: (r) => r.join?.last ?? null,
    against: null,
  },
  { phase: 'opening', what: 'p50 of phones', unit: 'ms', of: (r) => r.open?.p50 ?? null, against: 'ws' },
  {
    phase: 'opening',
    what: 'p99 of phones',
    unit: 'ms',
    of: (r) => r.open?.p99 ?? null,
    against: 'ws',
    bar: { id: 'S6', atMost: 1.2, phones: 2000 },
  },
  { phase: 'opening', what: 'the last phone', unit: 'ms', of: (r) => r.open?.last ?? null, against: 'ws' },
  {
    phase: '1 a second each',
    what: 'ack p50',
    unit: 'ms',
    of: (r) => r.rate?.p50 ?? null,
    against: 'socket.io',
  },
  {
    phase: '1 a second each',
    what: 'ack p99',
    unit: 'ms',
    of: (r) => r.rate?.p99 ?? null,
    against: 'socket.io',
    bar: { id: 'S4', atMost: 1.5, phones: HALL },
  },
  {
    phase: '1 a second each',
    what: 'not acknowledged',
    unit: '',
    of: (r) => late(r.rate),
    against: null,
    bar: { id: 'S4', atMost: 0, phones: HALL },
  },
  {
    phase: '1 a second each',
    what: 'server',
    unit: '% of a core',
    of: (r) => r.rate && share(r.rate.serverCpu),
    against: 'ws',
  },
  {
    phase: '1 a second each',
    what: 'views to the projector',
    unit: '/s',
    of: (r) => r.rate && r.rate.views.projector / r.rate.seconds,
    against: null,
    bar: { id: 'S11', atLeast: 9.5, phones: HALL },
  },
  {
    phase: '1 a second each',
    what: 'views to the console',
    unit: '/s',
    of: (r) => r.rate && r.rate.views.console / r.rate.seconds,
    against: null,
    bar: { id: 'S11', atLeast: 9.5, phones: HALL },
  },
  {
    phase: '1 a second each',
    what: 'views to phones',
    unit: '',
    of: (r) => r.rate?.views.phones ?? null,
    against: null,
    bar: { id: 'S11', atMost: 0, phones: HALL },
  },
  { phase: '4 a second each', what: 'ack p50', unit: 'ms', of: (r) => r.brisk?.p50 ?? null, against: 'ws' },
  {
    phase: '4 a second each',
    what: 'ack p99',
    unit: 'ms',
    of: (r) => r.brisk?.p99 ?? null,
    against: 'ws',
    bar: { id: 'S5', atMost: 2, phones: 1000 },
  },
  {
    phase: '4 a second each',
    what: 'not acknowledged',
    unit: '',
    of: (r) => late(r.brisk),
    against: null,
  },
  {
    phase: SATURATION,
    what: 'acknowledged',
    unit: '/s',
    of: perSecond,
    against: 'ws',
    bar: { id: 'S1', atLeast: 0.6, phones: HALL },
  },
  { phase: SATURATION, what: 'acknowledged', unit: '/s', of: perSecond, against: 'socket.io' },
  {
    phase: SATURATION,
    what: 'acknowledged',
    unit: '/s',
    of: perSecond,
    against: 'one at a time',
    bar: { id: 'S3', atLeast: 4, onSlowDisk: 6, phones: 1000 },
  },
  {
    phase: SATURATION,
    what: 'server CPU for one',
    unit: 'µs',
    of: cpuEach,
    against: 'ws',
    bar: { id: 'S2', atMost: 1.7, phones: HALL },
  },
  { phase: SATURATION, what: 'ack p50', unit: 'ms', of: (r) => r.saturate.p50, against: 'ws' },
  { phase: SATURATION, what: 'ack p99', unit: 'ms', of: (r) => r.saturate.p99, against: 'ws' },
  { phase: 'memory', what: 'one idle phone', unit: 'kB', of: eachPhone, against: 'ws' },
  {
    phase: 'memory',
    what: 'one idle phone',
    unit: 'kB',
    of: eachPhone,
    against: null,
    bar: { id: 'S8', atMost: 35, phones: HALL },
  },
  {
    phase: 'memory',
    what: 'whole process at the end',
    unit: 'MB',
    of: (r) => (r.memory === null ? null : r.memory.end / MB),
    against: null,
    bar: { id: 'S8', atMost: 340, phones: HALL },
  },
  {
    phase: 'on the wire',
    what: 'placement without comment',
    unit: 'bytes',
    of: (r) => r.saturate.bytes.up,
    against: null,
    bar: { id: 'S10', atMost: 60, phones: 1, rounds: 1 },
  },
  {
    phase: 'on the wire',
    what: 'its ack',
    unit: 'bytes',
    of: (r) => r.saturate.bytes.down,
    against: null,
    bar: { id: 'S10', atMost: 16, phones: 1, rounds: 1 },
  },
];

function share(cpu: number | null): number | null {
  return cpu === null ? null : cpu * 100;
}
