/** What the benches of counting, files and reports share: their command line, and figures held against bars. */
import { enableCompileCache } from 'node:module';
import { tmpdir } from 'node:os';
import { parseArgs } from 'node:util';

export interface Work {
  rounds: number;
  /** Small sizes, to see that everything works; no bar is judged by them. */
  quick: boolean;
  gate: boolean;
  /** A folder on the disk to measure. */
  data: string;
}

/** Reads `--rounds N --quick --gate --data FOLDER`; throws on anything else that is not named in `more`. */
export function readWork(rounds: number, more: readonly string[] = []): Work & Record<string, unknown> {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string' },
      quick: { type: 'boolean', default: false },
      gate: { type: 'boolean', default: false },
      data: { type: 'string', default: tmpdir() },
      ...Object.fromEntries(more.map((name) => [name, { type: 'string' as const }])),
    },
  });
  const asked = values.rounds === undefined ? (values.quick ? 2 : rounds) : Number(values.rounds);
  if (!Number.isSafeInteger(asked) || asked < 1) throw new Error(`--rounds is "${values.rounds}"`);
  return { ...values, rounds: asked };
}

/** Threads read the program from a cache, as those of server/main.js do. */
export function cachePrograms(): void {
  const { directory } = enableCompileCache();
  if (directory !== undefined) process.env['NODE_COMPILE_CACHE'] ??= directory;
}

export const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Figures as they are printed, and which of them missed their bars. */
export class Bars {
  readonly #work: Work;
  readonly #missed: string[] = [];

  constructor(work: Work) {
    this.#work = work;
  }

  /**
   * Prints a figure beside its bar and keeps whether it is held.
   *
   * @param bar `atMost` or `atLeast`, in the figure's unit
   */
  hold(what: string, value: number, unit: string, bar: { atMost?: number; atLeast?: number }): void {
    const { atMost = Infinity, atLeast = -Infinity } = bar;
    const held = value <= atMost && value >= atLeast;
    const told = bar.atMost === undefined ? `at least ${bar.atLeast}` : `at most ${bar.atMost}`;
    const verdict = this.#work.quick ? 'not judged: small sizes' : held ? 'held' : 'MISSED';
    say(`${what}: ${figure(value)}${unit} (bar: ${told}${unit}; ${verdict})`);
    if (!held && !this.#work.quick) this.#missed.push(what);
  }

  /** Something that has to be so whatever the sizes are. */
  sure(what: string, so: boolean): void {
    if (!so) this.#missed.push(what);
    say(`${what}: ${so ? 'yes' : 'NO'}`);
  }

  /** Says what was missed; with `--gate` the program then ends with 1. */
  end(): void {
    if (this.#missed.length === 0) return;
    say(`Missed: ${this.#missed.join('; ')}.`);
    if (this.#work.gate) process.exitCode = 1;
  }
}

/** Three digits of a small figure, none behind the point of a large one. */
function figure(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
