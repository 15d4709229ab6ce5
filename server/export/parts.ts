/** Which files an export has, by what was asked for. */
import { wordingFor } from '../../core/consultation.ts';
import type { Codes } from './codes.ts';
import { codesFor } from './codes.ts';
import { csvChunks, type Form } from './csv.ts';
import { dataPackage } from './dataPackage.ts';
import type { Column } from './columns.ts';
import { kindsWith, type Kind } from './kinds.ts';
import type { Part } from './part.ts';
import { polisImportParts, polisParts } from './polis.ts';
import { codesOf, guid, qdcFile, qdpxFile, tagRows } from './qdaFiles.ts';
import { qdaProject } from './qdaTalk.ts';
import { aboutWorkbook, readmeText } from './readme.ts';
import { rScript } from './rScript.ts';
import type { ExportSource } from './source.ts';
import { textsOf } from './sourceTables.ts';
import { spssSyntax } from './spss.ts';
import { hasTalk } from './talk.ts';
import { countResponses, tablesOf, type Table } from './tables.ts';

/** Tables that the R script reads. */
const FOR_R = ['responses_long', 'statements', 'codebook'];
const FOR_SPSS = ['responses_long', 'responses_wide'];

/** A source without rehearsals, whose methods still know what they belong to. */
export function withoutRehearsals(source: ExportSource): ExportSource {
  return {
    consultation: source.consultation,
    sessions: source.sessions.filter((s) => !s.rehearsal),
    leftOut: source.leftOut,
    date: source.date,
    ...(source.talk === undefined ? {} : { talk: source.talk }),
    ...(source.studies === undefined ? {} : { studies: source.studies }),
    ...(source.lists === undefined ? {} : { lists: source.lists }),
    ...(source.recommendations === undefined ? {} : { recommendations: source.recommendations }),
    ...(source.waves === undefined ? {} : { waves: source.waves }),
    figuresOf: (session) => source.figuresOf(session),
    responsesOf: (session, board) => source.responsesOf(session, board),
  };
}

/** What a file is must be in its own name, which stays with it when the zip is gone. */
function prefixOf(source: ExportSource): string {
  return `${source.consultation.sample ? 'SAMPLE_' : ''}CONFIDENTIAL_TEAM_ONLY_`;
}

/**
 * The files of these kinds, each once, README.txt first.
 *
 * @param key what the random ids are made from; new when left out
 */
export async function partsOf(source: ExportSource, asked: readonly Kind[], key?: Buffer): Promise<Part[]> {
  const kinds = kindsWith(asked, hasTalk(source) || textsOf(source).length > 0).filter(
    (kind) => kind === 'qdpx' || !isOfThemes(kind) || codesOf(source).length > 0,
  );
  const codes = codesFor(source.consultation, source.sessions, key);
  const tables = await tablesOf(source, codes);
  const { sample, languages } = source.consultation;
  const prefix = prefixOf(source);
  const total = await countResponses(source);
  const parts = new Map<string, Part>();
  const add = (part: Part): void => void parts.set(part.name, part);
  const csv = (table: Table, form: Form): Part => ({
    name: `${prefix}${table.name}_${form}.csv`,
    chunks: () => csvChunks(table.columns, table.pages(), form),
  });
  add({ name: `${prefix}README.txt`, chunks: () => [readmeText(source, kinds, total)] });
  for (const kind of kinds)
    switch (kind) {
      case 'csv':
        for (const table of tables) add(csv(table, 'data'));
        break;
      case 'excel-csv':
        for (const table of tables) add(csv(table, 'excel'));
        break;
      case 'xlsx':
        add(workbookPart(source, tables, total));
        break;
      case 'datapackage': {
        for (const table of tables) add(csv(table, 'data'));
        // Programs look for a data package by this name.
        const descriptor = await dataPackage(source, tables, codes, prefix);
        add({ name: 'datapackage.json', chunks: () => [descriptor] });
        break;
      }
      case 'spss':
        for (const table of tables.filter((t) => FOR_SPSS.includes(t.name)))
          add(csv(table, table.name === 'responses_long' ? 'spss' : 'data'));
        add({
          name: `${prefix}read.sps`,
          chunks: () => [spssSyntax(tables, codes, { prefix, sample }, wordings(source, codes))],
        });
        break;
      case 'r':
        for (const table of tables.filter((t) => FOR_R.includes(t.name))) add(csv(table, 'data'));
        add({
          name: `${prefix}read.R`,
          chunks: () => [rScript({ prefix, sample }, languages[0] ?? 'en')],
        });
        break;
      case 'polis':
      case 'polis-votes':
        for (const part of await polisParts(source, codes, prefix + kind, kind === 'polis-votes')) add(part);
        break;
      case 'polis-import':
        for (const part of await polisImportParts(source, codes, prefix + kind)) add(part);
        break;
      case 'qdpx':
      case 'qdc':
      case 'taguette':
        add(talkPart(source, kind));
        break;
      case 'all':
        break;
    }
  return [...parts.values()];
}

const isOfThemes = (kind: Kind): boolean => kind === 'qdc' || kind === 'taguette';

/** A kind that is one file, by itself. */
export async function partAlone(
  source: ExportSource,
  kind: 'xlsx' | 'qdpx' | 'qdc' | 'taguette',
): Promise<Part> {
  if (kind !== 'xlsx') return talkPart(source, kind);
  const tables = await tablesOf(source, codesFor(source.consultation, source.sessions));
  return workbookPart(source, tables, await countResponses(source));
}

/** A file for software for qualitative analysis. */
function talkPart(source: ExportSource, kind: 'qdpx' | 'qdc' | 'taguette'): Part {
  const name = { qdpx: 'project.qdpx', qdc: 'codebook.qdc', taguette: 'tags_taguette.csv' }[kind];
  return {
    name: `${prefixOf(source)}${name}`,
    async *chunks() {
      if (kind === 'qdpx') yield qdpxFile(await qdaProject(source, guid));
      else if (kind === 'qdc') yield qdcFile(codesOf(source));
      else yield* csvChunks(TAGS, [tagRows(source)], 'data');
    },
  };
}

/** Taguette finds what it takes in by these names. */
const TAGS: readonly Column[] = [
  { name: 'tag', label: 'Theme with all it is under', type: 'text', free: true },
  { name: 'description', label: 'Description', type: 'text', free: true },
];

function workbookPart(source: ExportSource, tables: readonly Table[], total: number): Part {
  return {
    name: `${prefixOf(source)}tables.xlsx`,
    async *chunks() {
      // Loaded only for a workbook: its library takes ten megabytes, which a thread of CSV files can do without.
      const { workbook } = await import('./xlsx.ts');
      yield* workbook(tables, aboutWorkbook(source, total), source.date);
    },
  };
}

/** One table by itself; null when there is none of this name, as responses_wide where nothing is linked. */
export async function tableAlone(source: ExportSource, name: string, form: Form): Promise<Part | null> {
  const tables = await tablesOf(source, codesFor(source.consultation, source.sessions), true);
  const table = tables.find((t) => t.name === name);
  if (table === undefined) return null;
  return { name: '', chunks: () => csvChunks(table.columns, table.pages(), form) };
}

/** The statement a column of responses_wide is about, in its common wording. */
function wordings(source: ExportSource, codes: Codes): (column: { name: string }) => string | null {
  const { statements, languages } = source.consultation;
  const texts = new Map(
    statements.map((s) => [
      codes.statement(s.id),
      wordingFor(s.wordings, [], languages[0] ?? 'en')?.text ?? '',
    ]),
  );
  return ({ name }) => {
    const [, id = '', round, scale, rest] =
      /^(s\d+)(?:_r(\d))?(?:_(agreement|own)_\d+)?(_declined)?$/.exec(name) ?? [];
    const text = texts.get(id);
    if (text === undefined) return null;
    const marks = [rest === undefined ? '' : 'Declined: ', round === undefined ? '' : `Round ${round}: `];
    return `${marks.join('')}${scale === undefined ? '' : 'On another scale: '}${text}`;
  };
}
