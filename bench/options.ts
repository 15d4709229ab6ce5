/** What the bench can be told on its command line. */
import { parseArgs } from 'node:util';
import { tmpdir } from 'node:os';

export interface Options {
  rounds: number;
  phones: number;
  quick: boolean;
  /** Seconds of each placing phase. */
  seconds: { rate: number; brisk: number; saturate: number };
  openings: number;
  /** Placements on their way at once at saturation. */
  outstanding: number;
  /** Where the product's data is made; it has to be a real disk. */
  data: string;
  gate: boolean;
  /** Counting, files and reports as well, after the rounds. */
  all: boolean;
  json: string | null;
  /** Folder for a CPU profile of one round of the product alone, or null. */
  profile: string | null;
}

const USAGE = `Usage: npm run bench -- [options]

  --rounds N       interleaved rounds over all servers (5)
  --phones N       phones that join, 1 to 5000 (500)
  --quick          two short rounds with 200 phones, to see that everything works
  --outstanding N  placements on their way at once at saturation (500)
  --data FOLDER    where the product's data is made: a folder on the disk to measure (the system's
                   folder for temporary files)
  --all            then counting, files and reports as well (results.ts, exportCsv.ts, documents.ts)
  --gate           exit code 1 when a figure of the bar that could be measured is missed
  --json FILE      write all figures
  --profile FOLDER one round of the product alone, with a CPU profile of it in FOLDER`;

/** Reads the command line; a text says what is wrong with it. */
export function readOptions(args: readonly string[]): Options | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        rounds: { type: 'string' },
        phones: { type: 'string' },
        quick: { type: 'boolean', default: false },
        outstanding: { type: 'string', default: '500' },
        data: { type: 'string', default: tmpdir() },
        gate: { type: 'boolean', default: false },
        all: { type: 'boolean', default: false },
        json: { type: 'string' },
        profile: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return USAGE;
    const { quick } = values;
    return {
      rounds: whole('rounds', values.rounds ?? (quick ? '2' : '5'), 100),
      phones: whole('phones', values.phones ?? (quick ? '200' : '500'), 5000),
      outstanding: whole('outstanding', values.outstanding, 5000),
      seconds: quick ? { rate: 2, brisk: 1, saturate: 1 } : { rate: 5, brisk: 3, saturate: 3 },
      openings: quick ? 3 : 5,
      data: values.data,
      gate: values.gate,
      all: values.all,
      quick,
      json: values.json ?? null,
      profile: values.profile ?? null,
    };
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`;
  }
}

function whole(name: string, text: string, most: number): number {
  const n = /^\d+$/.test(text) ? Number(text) : 0;
  if (n < 1 || n > most)
    throw new Error(`--${name} is "${text}", expected a whole number from 1 to ${most}.`);
  return n;
}
