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
  /** Open the console in this laptop's browser once it is running. */
  open: boolean;
  /** A folder on a stick that running sessions are copied to; empty: none named here. */
  stick: string;
  /** What a watcher on another machine shows to read metrics; empty: none may. */
  metricsToken: string;
  /** Port at which devices of staff come in over TLS; 0 takes any free one. */
  tlsPort: number;
  /** Paths of the team's own certificate and its key; null: one that signs itself. */
  tls: { cert: string; key: string } | null;
}

/** From the usual port to the port of devices: 8080 and 8443. */
const TO_TLS_PORT = 363;

const USAGE = `Usage: npm start -- [--port 8080] [--host 0.0.0.0] [--data var] [--sample | --no-sample]
                    [--open] [--stick FOLDER] [--tls-port 8443] [--tls-cert FILE --tls-key FILE]

  --port N       port to listen on, 0 to 65535 (PORT); 0 takes any free one
  --host ADDR    address to listen on (HOST); 127.0.0.1 keeps it to this laptop
  --data FOLDER  folder for the database (DATA_DIR)
  --sample       offer the sample consultation again; --no-sample never (SAMPLE=yes or no)
  --open         open the console in the browser (OPEN=yes)
  --stick FOLDER copies of running sessions on a stick too, locked by a passphrase that is told once (STICK)
  --metrics-token TOKEN
                 lets whoever shows it read /metrics from another machine (METRICS_TOKEN)
  --tls-port N   port for other devices of the team, over https (TLS_PORT); --port + 363 when left out
  --tls-cert FILE, --tls-key FILE
                 a certificate of your own and its key, as PEM (TLS_CERT, TLS_KEY)`;

const portSchema = v.pipe(
  v.string(),
  v.regex(/^\d{1,5}$/, 'a whole number from 0 to 65535'),
  v.transform(Number),
  v.maxValue(65_535, 'a whole number from 0 to 65535'),
);
const textSchema = v.pipe(v.string(), v.minLength(1, 'a value'));
const tokenSchema = v.pipe(v.string(), v.regex(/^(?:[\w.~+/=-]{20,200})?$/, '20 letters and digits or more'));
const yesSchema = v.picklist(['yes', 'no'], 'yes or no');
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
        open: { type: 'boolean' },
        stick: { type: 'string' },
        'metrics-token': { type: 'string' },
        'tls-port': { type: 'string' },
        'tls-cert': { type: 'string' },
        'tls-key': { type: 'string' },
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
  const opening = flags['open'];
  const open = typeof opening === 'boolean' ? opening : read('open', 'OPEN', yesSchema, 'no') === 'yes';
  const tlsPort = read('tls-port', 'TLS_PORT', portSchema, String(tlsPortFor(port ?? 0)));
  const stick = read('stick', 'STICK', v.string(), '');
  const metricsToken = read('metrics-token', 'METRICS_TOKEN', tokenSchema, '');
  const cert = read('tls-cert', 'TLS_CERT', v.string(), '');
  const key = read('tls-key', 'TLS_KEY', v.string(), '');
  if ((cert === '') !== (key === ''))
    faults.push('--tls-cert (TLS_CERT) and --tls-key (TLS_KEY) go together: the certificate and its key.');
  if (port === undefined || host === undefined || data === undefined || sample === undefined)
    return { faults };
  if (tlsPort === undefined || metricsToken === undefined || faults.length > 0) return { faults };
  const tls = cert && key ? { cert: resolve(cert), key: resolve(key) } : null;
  return {
    port,
    host,
    data: resolve(data),
    sample,
    open,
    tlsPort,
    tls,
    stick: stick ? resolve(stick) : '',
    metricsToken,
  };
}

/** The port of devices beside a port: any free one where that is any free one, or where there is none above. */
function tlsPortFor(port: number): number {
  return port === 0 || port + TO_TLS_PORT > 65_535 ? 0 : port + TO_TLS_PORT;
}
