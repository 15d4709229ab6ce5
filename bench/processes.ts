/** Starting processes and never leaving one behind: not after a fault, not on Ctrl-C, not when killed. */
import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Answers, Order } from './orders.ts';

const running = new Set<ChildProcess>();
const folders = new Set<string>();

/** Ends everything at once. Folders of data go with it. */
function clearAway(): void {
  for (const child of running) child.kill('SIGKILL');
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  folders.clear();
}

process.on('exit', clearAway);
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)
  process.on(signal, () => process.exit(code));

/** A folder that goes when the bench ends. */
export function forget(folder: string): string {
  folders.add(folder);
  return folder;
}

export interface Process {
  pid: number;
  /** Resolves with the first group of what it prints that matches; rejects when it ends before. */
  says(pattern: RegExp): Promise<string>;
  /** Sends one message and waits for the next that comes back. */
  ask(message: unknown): Promise<unknown>;
  /** The end of what it printed as errors. */
  complaints(): string;
  /** Waits for the first message that it sends by itself. */
  answer(): Promise<unknown>;
  stop(): Promise<void>;
  /** Ends it as Ctrl-C does, so that it can still write its profile. */
  end(): Promise<void>;
}

/** What a program is started with besides its arguments. */
export interface Start {
  /** On top of our own environment. */
  env?: Readonly<Record<string, string>>;
  /** A command that runs the rest of its line, such as `ip netns exec NAME`. */
  through?: readonly string[];
}

/**
 * Starts a program of this project. Its channel to the bench is what ends it when the bench is
 * killed, and lets its garbage be collected on demand (collect.ts).
 *
 * @param flags for Node itself, such as a profiler's
 */
export function start(
  script: URL,
  args: readonly string[],
  flags: readonly string[] = [],
  { env = {}, through = [] }: Start = {},
): Process {
  const collect = new URL('./collect.ts', import.meta.url).href;
  const path = fileURLToPath(script);
  const line = [process.execPath, '--expose-gc', ...flags, '--import', collect, path, ...args];
  const [command = process.execPath, ...rest] = [...through, ...line];
  const child = spawn(command, rest, {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, ...env },
  });
  running.add(child);
  let [said, complained] = ['', ''];
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => {
      running.delete(child);
      resolve();
    });
  });
  const ended = gone.then(() => {
    throw new Error(`${path} ended. ${complained}`.trim());
  });
  ended.catch(() => undefined);
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-10_000);
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complained = (complained + text).slice(-2000);
  });
  const once = <T>(begin: (resolve: (value: T) => void) => void): Promise<T> =>
    Promise.race([new Promise<T>((resolve) => begin(resolve)), ended]);
  return {
    pid: child.pid ?? 0,
    says: (pattern) =>
      once((resolve) => {
        const look = (): void => {
          const found = pattern.exec(said)?.[1];
          if (found === undefined) return;
          child.stdout?.off('data', look);
          resolve(found);
        };
        child.stdout?.on('data', look);
        look();
      }),
    ask: (message) =>
      once((resolve) => {
        child.once('message', resolve);
        child.send(message as object);
      }),
    complaints: () => complained,
    answer: () =>
      once((resolve) => {
        child.once('message', resolve);
      }),
    stop: async () => {
      child.kill('SIGKILL');
      await gone;
    },
    end: async () => {
      child.kill('SIGINT');
      await gone;
    },
  };
}

/** One order to the load generator. A lost phone or a refused command rejects with its reason. */
export async function order<K extends Order['do']>(
  load: Process,
  message: Order & { do: K },
): Promise<Answers[K]> {
  const reply = (await load.ask(message)) as { answer: Answers[K] } | { fault: string };
  if ('fault' in reply) throw new Error(`${message.do}: ${reply.fault}`);
  return reply.answer;
}
