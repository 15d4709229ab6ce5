/** Flags and environment. Every fault is named at once, by its flag and its variable. */
import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import * as v from 'valibot';

export interface Config {
  port: number;
  host: string;
  /** Folder of the database. */
  data: string;
  /** Offer the sample consultation: always, never, or only when the database is new. */
  sample: 'yes' | 'no' | 'when-new';
}

const USAGE = `Usage: npm start -- [--port 8080] [--host 0.0.0.0] [--data var] [--sample | --no-sample]

  --port N       port to listen on, 0 to 65535 (PORT); 0 takes any free one
  --host ADDR    address to listen on (HOST); 127.0.0.1 keeps it to this laptop
  --data FOLDER  folder for the database (DATA_DIR)
  --sample       offer the sample consultation again; --no-sample never (SAMPLE=yes or no)`;

const portSchema = v.pipe(
  v.string(),
  v.regex(/^\d{1,5}$/, 'a whole number from 0 to 65535'),
  v.transform(Number),
  v.maxValue(65_535, 'a whole number from 0 to 65535'),
);
const textSchema = v.pipe(v.string(), v.minLength(1, 'a value'));
const sampleSchema = v.picklist(['yes', 'no', 'when-new'], 'yes or no');

/**
 * Reads the configuration.
 *
 * @param args command line after the program's name
 * @param env the environment; a flag wins over a variable
 * @returns the configuration, or the faults, one sentence each
 */
export function readConfig(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Config | { faults: string[] } {
  let flags: Record<string, string | boolean | undefined>;
  try {
    flags = parseArgs({
      args: [...args],
      allowNegative: true,
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        data: { type: 'string' },
        sample: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    return { faults: [`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`] };
  }
  const faults: string[] = [];
  const read = <T>(
    flag: string,
    variable: string,
    schema: v.GenericSchema<string, T>,
    usual: string,
  ): T | undefined => {
    const given = flags[flag];
    const value = typeof given === 'string' ? given : (env[variable] ?? usual);
    const parsed = v.safeParse(schema, value);
    if (parsed.success) return parsed.output;
    faults.push(`--${flag} (${variable}) is "${value}", expected ${parsed.issues[0].message}.`);
    return undefined;
  };
  const port = read('port', 'PORT', portSchema, '8080');
  const host = read('host', 'HOST', textSchema, '0.0.0.0');
  const data = read('data', 'DATA_DIR', textSchema, 'var');
  const wanted = flags['sample'];
  const sample =
    typeof wanted === 'boolean'
      ? wanted
        ? 'yes'
        : 'no'
      : read('sample', 'SAMPLE', sampleSchema, 'when-new');
  if (port === undefined || host === undefined || data === undefined || sample === undefined)
    return { faults };
  return { port, host, data: resolve(data), sample };
}
