/** The command line as it was typed: which command, on what, with which options. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Stop, type Given } from './common.ts';
import { USAGE } from './usage.ts';

type Option = keyof Given;

interface Command {
  /** What has to stand after it. */
  needs: string;
  takes: readonly Option[];
}

const COMMANDS = {
  export: {
    needs: '',
    takes: ['data', 'server', 'consultation', 'sessions', 'files', 'table', 'form', 'out'],
  },
  'import polis': { needs: 'FOLDER', takes: ['data', 'server'] },
  'import qda': { needs: 'FILE', takes: ['data', 'server', 'consultation'] },
  archive: { needs: '', takes: ['data', 'server', 'consultation', 'out', 'lock'] },
  merge: { needs: 'FILE', takes: ['data', 'server', 'key'] },
  replay: { needs: 'FOLDER', takes: ['data', 'server'] },
  link: { needs: '', takes: ['data', 'server'] },
  restore: { needs: '', takes: ['data', 'from', 'key', 'as-of'] },
} as const satisfies Record<string, Command>;

type CommandName = keyof typeof COMMANDS;

export interface Asked {
  command: CommandName;
  /** Folder or files; at least one where the command needs one. */
  operands: [string, ...string[]] | [];
  options: Given;
}

const TEXT = { type: 'string' } as const;
const KNOWN = {
  data: TEXT,
  server: TEXT,
  consultation: TEXT,
  sessions: TEXT,
  files: TEXT,
  table: TEXT,
  form: TEXT,
  out: TEXT,
  lock: TEXT,
  key: TEXT,
  from: TEXT,
  'as-of': TEXT,
} as const satisfies Record<Option, typeof TEXT>;

/**
 * @returns what is asked for, or 'help'; stops with a sentence for the first thing that is wrong
 */
export function readArguments(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Asked | 'help' {
  const { tokens } = parseArgs({
    args: [...args],
    allowPositionals: true,
    strict: false,
    tokens: true,
    options: { ...KNOWN, help: { type: 'boolean', short: 'h' } },
  });
  const given = new Map<Option, string>();
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    if (name === 'help') return 'help';
    if (!isOption(name)) throw wrong(`There is no option ${rawName}.`);
    if (given.has(name)) throw wrong(`${rawName} is there twice.`);
    // What begins with a dash is the next option, unless it was joined by an equals sign.
    if (value === undefined || value === '' || (!token.inlineValue && value.startsWith('-')))
      throw wrong(`${rawName} needs a value.`);
    given.set(name, value);
  }
  if (words[0] === 'help') return 'help';
  const [command, operands] = commandIn(words);
  const takes: readonly Option[] = COMMANDS[command].takes;
  for (const name of given.keys())
    if (!takes.includes(name)) throw wrong(`${command} does not take --${name}.`);
  const server = given.get('server');
  const options: Given = {
    data: resolve(given.get('data') ?? env['DATA_DIR'] ?? 'var'),
    server: server === undefined ? undefined : addressOf(server),
    consultation: given.get('consultation'),
    sessions: given.get('sessions'),
    out: given.get('out'),
    files: given.get('files'),
    table: given.get('table'),
    form: given.get('form'),
    lock: given.get('lock'),
    key: given.get('key'),
    from: given.get('from'),
    'as-of': given.get('as-of'),
  };
  return { command, operands, options };
}

const isOption = (name: string): name is Option => Object.hasOwn(KNOWN, name);
const isCommand = (name: string): name is CommandName => Object.hasOwn(COMMANDS, name);

const wrong = (sentence: string): Stop => new Stop(`${sentence} "npx standpoint --help" says what there is.`);

function commandIn(words: readonly string[]): [CommandName, Asked['operands']] {
  const [first, ...others] = words;
  if (first === undefined) throw new Stop(`Say what to do.\n\n${USAGE}`);
  const isImport = first === 'import';
  const [what = ''] = others;
  if (isImport && what !== 'polis' && what !== 'qda')
    throw wrong(
      `import takes "polis" and a folder, or "qda" and a file${what === '' ? '' : `, not "${what}"`}.`,
    );
  const command = isImport ? `import ${what}` : first;
  if (!isCommand(command)) throw new Stop(`There is no command "${first}".\n\n${USAGE}`);
  const operands = isImport ? others.slice(1) : others;
  const { needs } = COMMANDS[command];
  const [one, ...more] = operands;
  if (one === undefined) {
    if (needs !== '') throw wrong(`${command} needs a ${needs}.`);
    return [command, []];
  }
  const beyond = needs === '' ? one : more[0];
  if (beyond !== undefined && command !== 'merge') throw wrong(`${command} has no use for "${beyond}".`);
  return [command, [one, ...more]];
}

/** The address of a server, without a path: the console's own may be given as it stands in the browser. */
function addressOf(text: string): string {
  const url = URL.parse(/^https?:/i.test(text) ? text : `http://${text}`);
  if (url === null) throw wrong(`--server is "${text}", expected an address like http://localhost:8080.`);
  return url.origin;
}
