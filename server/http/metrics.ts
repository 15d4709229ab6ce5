/**
 * What a server's own watcher asks for: how the process is, never who is in a room. Nothing is labelled by
 * session, and whatever comes from what people do moves in steps of ten (server/metrics/coarse.ts).
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import express, { type Router } from 'express';
import type { Server } from 'socket.io';
import { whyNotSaving, type LaptopState } from '../../core/laptop.ts';
import { NAMESPACES } from '../../core/protocol.ts';
import { freeBytes } from '../laptop/disk.ts';
import { refusals, roundedDown, roundedUp, STEP, type Meter } from '../metrics/coarse.ts';
import { commits, type Told } from '../store/commitMeter.ts';
import { metricsText, type Metric, type Sample } from '../metrics/text.ts';

export interface MetricsParts {
  io: Server;
  /** The data folder. */
  data: string;
  laptop: () => LaptopState;
  /** How many sessions are running. */
  sessions: () => number;
  /** Reports and exports under way. */
  jobs: () => number;
  /** Of placements, from the wire to the disk. */
  meter: Meter;
}

const TYPE = 'text/plain; version=0.0.4; charset=utf-8';
const QUANTILES = [0.5, 0.99] as const;
const FREE_STEP_BYTES = 10_000_000;
const NANO = 1e9;

/** @returns the router, and what ends its measuring */
export function metricsRoutes(parts: MetricsParts): { router: Router; stop: () => void } {
  const lag = monitorEventLoopDelay({ resolution: 20 });
  lag.enable();
  const router = express.Router();
  router.get('/metrics', (_req, res, next) => {
    const answer = async (): Promise<void> => {
      const loop: Sample[] = [50, 99, 100].map((percent) => ({
        labels: { quantile: String(percent / 100) },
        value: Math.max(0, lag.percentile(percent)) / NANO,
      }));
      lag.reset();
      res.set('Cache-Control', 'no-store').type(TYPE);
      res.send(metricsText(all(parts, loop, await freeBytes(parts.data))));
    };
    answer().catch(next);
  });
  return { router, stop: () => void lag.disable() };
}

function all(parts: MetricsParts, loop: Sample[], free: number | null): Metric[] {
  const { io, laptop, sessions, meter, jobs } = parts;
  const memory = process.memoryUsage();
  const gauge = (name: string, help: string, samples: Sample[]): Metric => ({
    name: `standpoint_${name}`,
    help,
    type: 'gauge',
    samples,
  });
  const histogram = (name: string, help: string, told: Told | null): Metric => ({
    ...gauge(name, help, told === null ? [] : samplesOf(told)),
    type: 'histogram',
  });
  const one = (value: number): Sample[] => [{ value }];
  const sockets = Object.entries(NAMESPACES).map(([screen, name]): Sample => {
    const { size } = io.of(name).sockets;
    return { labels: { screen }, value: screen === 'phone' ? roundedUp(size) : size };
  });
  return [
    gauge('memory_bytes', 'Memory of the process.', [
      { labels: { kind: 'resident' }, value: memory.rss },
      { labels: { kind: 'heap' }, value: memory.heapUsed },
    ]),
    gauge('event_loop_lag_seconds', 'How late the event loop was since the last look.', loop),
    gauge(
      'saving_seconds',
      'From a placement to its being on the disk, of the last 500, renewed after each hundred.',
      QUANTILES.flatMap((q) => {
        const ms = meter.saving.quantile(q);
        return ms === null ? [] : [{ labels: { quantile: String(q) }, value: ms / 1000 }];
      }),
    ),
    histogram(
      'commit_seconds',
      `How long commits of running sessions took; renewed after each hundred placements, in steps of ${STEP}.`,
      commits.seconds.told(),
    ),
    histogram(
      'commit_placements',
      `Placements that shared a commit; renewed after each hundred of them, in steps of ${STEP}.`,
      commits.placements.told(),
    ),
    gauge(
      'commit_queue_length',
      `What waits for the next commit to begin, in steps of ${STEP}.`,
      one(commits.waiting()),
    ),
    gauge('can_save', 'Whether what is placed can be saved.', one(whyNotSaving(laptop()) === null ? 1 : 0)),
    gauge('copies_ok', 'Whether copies of running sessions can be written.', one(laptop().copyFails ? 0 : 1)),
    gauge('stick_ok', 'Whether copies go to a stick.', one(laptop().stick === 'here' ? 1 : 0)),
    gauge(
      'disk_free_bytes',
      'Room on the disk, in steps of ten megabytes.',
      free === null ? [] : one(Math.floor(free / FREE_STEP_BYTES) * FREE_STEP_BYTES),
    ),
    gauge('sessions', 'Sessions that are running.', one(sessions())),
    gauge('sockets', `Open connections by screen; phones in steps of ${STEP}.`, sockets),
    gauge(
      'placements_waiting',
      `Placements that wait for the disk, in steps of ${STEP}.`,
      // One that waits must not be seen as it comes and goes.
      one(roundedDown(meter.waiting)),
    ),
    gauge('jobs', 'Reports and files under way.', one(jobs())),
    {
      name: 'standpoint_refusals_total',
      help: `Refusals by kind, in steps of ${STEP}.`,
      type: 'counter',
      samples: refusals.coarse().map(([kind, value]) => ({ labels: { kind }, value })),
    },
  ];
}

function samplesOf({ bounds, counts, sum }: Told): Sample[] {
  const whole = counts.at(-1) ?? 0;
  return [
    ...bounds.map((le, i) => ({ part: '_bucket', labels: { le: String(le) }, value: counts[i] ?? 0 })),
    { part: '_bucket', labels: { le: '+Inf' }, value: whole },
    { part: '_sum', value: sum },
    { part: '_count', value: whole },
  ];
}
