/** What the suite can be told on its command line. */
import { parseArgs } from 'node:util';

export interface Options {
  long: boolean;
  /** Ids of the faults to run; null: all. */
  only: string[] | null;
  /** Ids that may not lack anything. */
  required: (id: string) => boolean;
  gate: boolean;
  json: string | null;
}

const USAGE = `Usage: npm run test:faults -- [options]

  --long            the long form: hours, by hand
  --only F1,F4      these faults
  --require F2,F7   these fail where the machine lacks what they need ("all": every one);
                    STANDPOINT_FAULTS_REQUIRE in the environment says the same
  --gate            a figure over its bar fails
  --json FILE       write everything that was found`;

const list = (text: string): string[] => text.split(',').map((id) => id.trim().toUpperCase());

/** Reads the command line; a text says what is wrong with it. */
export function readOptions(args: readonly string[], known: readonly string[]): Options | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        long: { type: 'boolean', default: false },
        only: { type: 'string' },
        require: { type: 'string', default: process.env['STANDPOINT_FAULTS_REQUIRE'] ?? '' },
        gate: { type: 'boolean', default: false },
        json: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return USAGE;
    const only = values.only === undefined ? null : list(values.only);
    const required = values.require === '' ? [] : list(values.require);
    for (const id of [...(only ?? []), ...required])
      if (id !== 'ALL' && !known.includes(id)) throw new Error(`There is no fault ${id}.`);
    return {
      long: values.long,
      only,
      required: (id) => required.includes('ALL') || required.includes(id),
      gate: values.gate,
      json: values.json ?? null,
    };
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`;
  }
}
