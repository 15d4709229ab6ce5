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
                    STANDPOINT_FAULTS_REQUIRE in the environment adds to them
  --gate            a figure over its bar fails
  --json FILE       write everything that was found`;

/** An empty name stays in, so that it is refused: a variable that was empty, a comma too many. */
const list = (text: string): string[] => text.split(',').map((id) => id.trim().toUpperCase());

/**
 * Reads the command line; a text says what is wrong with it.
 *
 * @param machine what the environment requires, over all calls on this machine; empty for nothing
 */
export function readOptions(
  args: readonly string[],
  known: readonly string[],
  machine = process.env['STANDPOINT_FAULTS_REQUIRE'] ?? '',
): Options | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        long: { type: 'boolean', default: false },
        only: { type: 'string' },
        require: { type: 'string' },
        gate: { type: 'boolean', default: false },
        json: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return USAGE;
    const only = values.only === undefined ? null : list(values.only);
    const asked = values.require === undefined ? [] : list(values.require);
    const required = [...asked, ...(machine === '' ? [] : list(machine))];
    for (const id of only ?? []) if (!known.includes(id)) throw new Error(`There is no fault “${id}”.`);
    for (const id of required)
      if (id !== 'ALL' && !known.includes(id)) throw new Error(`There is no fault “${id}” to require.`);
    const left = asked.filter((id) => id !== 'ALL' && only?.includes(id) === false);
    if (left.length > 0) throw new Error(`${left.join(', ')}: required, and left out by --only.`);
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
