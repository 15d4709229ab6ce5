/** What can be asked for: kinds of files, or one table by itself. */
import { refuse, type Refusal } from '../../core/refusal.ts';
import { TABLES, type TableName } from './columns.ts';

export const KINDS = [
  'all',
  'csv',
  'excel-csv',
  'xlsx',
  'datapackage',
  'spss',
  'r',
  'polis',
  'polis-votes',
  'polis-import',
  'qdpx',
  'qdc',
  'taguette',
] as const;

export type Kind = (typeof KINDS)[number];

/** What `all` stands for. Votes of single people in the layout of Polis are given only when asked for. */
const ALL: readonly Kind[] = [
  'csv',
  'excel-csv',
  'xlsx',
  'datapackage',
  'spss',
  'r',
  'polis',
  'qdpx',
  'qdc',
  'taguette',
];

/** Files of what was said: where nothing was, there are none. */
const OF_TALK: readonly Kind[] = ['qdpx', 'qdc', 'taguette'];

/** Files that need to know which answers are one person's. */
const PERSONAL: readonly Kind[] = ['polis-votes', 'polis-import'];

/** Either a zip (or workbook) of these kinds, or one table as CSV. */
export type Wanted = { kinds: readonly Kind[] } | { table: TableName; form: 'data' | 'excel' };

const isKind = (name: string): name is Kind => KINDS.some((kind) => kind === name);

/**
 * The kinds in a comma list, with or without spaces, `all` spelt out; an empty list means `all`. Refused by
 * name when one is unknown.
 */
export function readKinds(list: string): Kind[] | Refusal {
  const names = list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const kinds = new Set<Kind>();
  for (const name of names.length === 0 ? ['all'] : names) {
    if (!isKind(name))
      return refuse('bad-message', 'files', `one or more of ${KINDS.join(', ')}, not "${name.slice(0, 40)}"`);
    for (const kind of name === 'all' ? ALL : [name]) kinds.add(kind);
  }
  return [...kinds];
}

/**
 * Reads what is wanted from texts of a query or a command line; a text that is not there is empty. What
 * would have no effect beside the others is refused.
 */
export function readWanted(given: { files: string; table: string; form: string }): Wanted | Refusal {
  if (given.table === '' && given.form !== '')
    return refuse(
      'bad-message',
      'form',
      'left out where no table is asked for: it says how that one is written',
    );
  if (given.table !== '' && given.files !== '')
    return refuse('bad-message', 'files', 'left out beside table, which asks for one file by itself');
  if (given.table === '') {
    const kinds = readKinds(given.files);
    return 'refusal' in kinds ? kinds : { kinds };
  }
  const table = TABLES.find((name) => name === given.table);
  if (table === undefined)
    return refuse('bad-message', 'table', `one of ${TABLES.join(', ')}, not "${given.table.slice(0, 40)}"`);
  const form = given.form === '' ? 'data' : given.form;
  if (form !== 'data' && form !== 'excel')
    return refuse('bad-message', 'form', `data or excel, not "${form.slice(0, 40)}"`);
  return { table, form };
}

/** Why these cannot be had where no session is linked, or null. */
export function needsLinking(wanted: Wanted): Refusal | null {
  if ('table' in wanted) return wanted.table === 'responses_wide' ? refuse('needs-linking', 'table') : null;
  return wanted.kinds.some((kind) => PERSONAL.includes(kind)) ? refuse('needs-linking', 'files') : null;
}

/** Those of which there is something to write. */
export function kindsWith(kinds: readonly Kind[], talk: boolean): Kind[] {
  return kinds.filter((kind) => talk || !OF_TALK.includes(kind));
}

/** Why these cannot be had where there is no theme, or no point either, or null. All files leave them out instead. */
export function needsTalk(wanted: Wanted, has: { said: boolean; themes: boolean }): Refusal | null {
  if ('table' in wanted || isAll(wanted.kinds)) return null;
  const lacks = wanted.kinds.some(
    (kind) => OF_TALK.includes(kind) && !(kind === 'qdpx' ? has.said : has.themes),
  );
  return lacks ? refuse('no-themes', 'files') : null;
}

const isAll = (kinds: readonly Kind[]): boolean => ALL.every((kind) => kinds.includes(kind));

/** These make one file that is what it is, and no zip around it. */
const ALONE = { xlsx: 'xlsx', qdpx: 'qdpx', qdc: 'qdc', taguette: 'csv' } as const;

const ALONE_NAMES: Record<keyof typeof ALONE, string> = {
  xlsx: 'files',
  qdpx: 'project',
  qdc: 'codebook',
  taguette: 'tags for Taguette',
};

/** The kind that is asked for by itself, if it is one of those; null: there is a zip. */
export function aloneIn(kinds: readonly Kind[]): keyof typeof ALONE | null {
  const [kind, ...more] = kinds;
  return kind !== undefined && more.length === 0 && kind in ALONE ? (kind as keyof typeof ALONE) : null;
}

/** How a wanted thing is called in the name of its file, and how that ends. */
export function nameOf(wanted: Wanted): { name: string; ending: string } {
  if ('table' in wanted) return { name: `${wanted.table} ${wanted.form}`, ending: 'csv' };
  const { kinds } = wanted;
  const alone = aloneIn(kinds);
  if (alone !== null) return { name: ALONE_NAMES[alone], ending: ALONE[alone] };
  return { name: isAll(kinds) ? 'files' : kinds.join(' '), ending: 'zip' };
}
