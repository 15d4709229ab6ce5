/**
 * Opens the researchers' files in the programs they are for, and compares texts and numbers with ours:
 * the shipped sample, a consultation with hostile texts, and real ones where they are beside the project.
 * Not part of `npm test`; `npm run programs` runs it with the others. On Debian:
 *
 *   apt-get install libreoffice-calc pspp r-base-core && node tests/programs/files.ts
 */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import type { ExportSource } from '../../server/export/source.ts';
import { isRefusal } from '../../core/refusal.ts';
import { points, scaleKey } from '../../core/scale.ts';
import { readPolis } from '../../server/import/polis.ts';
import { readFolder } from '../../server/import/readFolder.ts';
import { toSealed } from '../../server/import/toSealed.ts';
import { newId, newToken } from '../../server/random.ts';
import { alikeSource } from '../server/export/alike.ts';
import { nastySource, sampleSource, sourceOf, wantedFiles, written } from '../server/export/sources.ts';
import { howToInstall, missing, type Program } from './needed.ts';

/** Comma, semicolon, tab, bar and space: what separates cells depends on the country, and on a click. */
const SEPARATORS = [44, 59, 9, 124, 32];

let faults = 0;
function check(what: string, good: boolean, detail = ''): void {
  if (!good) faults += 1;
  process.stdout.write(`${good ? 'ok  ' : 'BAD '} ${what}${good || detail === '' ? '' : `: ${detail}`}\n`);
}

const absent = missing(['soffice', 'pspp', 'Rscript']);

/** Runs a program in a folder; null when it is not installed. */
function run(program: Program, args: readonly string[], cwd: string): string | null {
  if (absent.includes(program)) {
    process.stdout.write(`--   ${program} is not here: ${howToInstall([program])}\n`);
    return null;
  }
  const done = spawnSync(program, args, { cwd, encoding: 'utf8', timeout: 300_000 });
  return `${done.stdout}${done.stderr}`;
}

interface Ours {
  rows: number;
  counts: string;
  comments: string[];
  /** Each statement in each round: how often each code was given, by everyone and by each group. */
  bars: string[];
}

/** What the files have to say: how often each code was given, by whom, and every comment. */
async function oursOf(source: ExportSource): Promise<Ours> {
  const codes = new Map<number, number>();
  const comments: string[] = [];
  let rows = 0;
  for (const { id } of source.sessions)
    for (const { n } of (await source.figuresOf(id)).boards)
      for (const { answer, comment } of await source.responsesOf(id, n)) {
        rows += 1;
        if (typeof answer === 'number') codes.set(answer, (codes.get(answer) ?? 0) + 1);
        if (comment !== '') comments.push(comment);
      }
  const counts = countsText([...codes].flatMap(([code, n]) => Array(n).fill(code)));
  return { rows, counts, comments, bars: await barsOf(source) };
}

async function barsOf(source: ExportSource): Promise<string[]> {
  const bars = new Map<string, number[]>();
  for (const { id } of source.sessions)
    for (const { n, statement, round, scale } of (await source.figuresOf(id)).boards)
      for (const { answer, membership } of await source.responsesOf(id, n))
        for (const who of membership === '' ? ['everyone'] : ['everyone', membership]) {
          const bar = [statement, round, scaleKey(scale), who].join(' ');
          if (!bars.has(bar)) bars.set(bar, Array(points(scale)).fill(0));
          const row = bars.get(bar) ?? [];
          if (typeof answer === 'number') row[answer - 1] = (row[answer - 1] ?? 0) + 1;
        }
  return [...bars.values()].map((row) => row.join(' '));
}

function countsText(values: readonly (string | number)[]): string {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(Number(value), (counts.get(Number(value)) ?? 0) + 1);
  return [...counts]
    .toSorted(([a], [b]) => a - b)
    .map(([code, n]) => `${code}:${n}`)
    .join(' ');
}

function sameTexts(what: string, found: readonly string[], ours: readonly string[]): void {
  const [a, b] = [found.toSorted(), ours.toSorted()];
  const at = b.findIndex((text, i) => text !== a[i]);
  check(what, a.length === b.length && at < 0, JSON.stringify([a.length, b.length, a[at], b[at]]));
}

type Rec = Record<string, string>;
const table = (path: string): Rec[] =>
  parse(readFileSync(path, 'utf8'), { columns: true, bom: true, relax_column_count: true });

function libreOffice(folder: string, ours: Ours): void {
  const home = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const convert = (to: string, files: readonly string[], ...more: string[]): string | null =>
    run('soffice', ['--headless', home, ...more, '--convert-to', to, '--outdir', 'lo', ...files], folder);
  const csv = readdirSync(folder).filter((name) => name.endsWith('_excel.csv'));
  for (const separator of SEPARATORS) {
    const filter = `--infilter=Text - txt - csv (StarCalc):${separator},34,76,1`;
    if (convert('fods', csv, filter) === null) return;
    let formulas = 0;
    for (const name of csv)
      formulas +=
        readFileSync(join(folder, 'lo', name.replace(/csv$/, 'fods')), 'utf8').split('table:formula=')
          .length - 1;
    check(
      `LibreOffice finds no formula in ${csv.length} files, separator ${separator}`,
      formulas === 0,
      String(formulas),
    );
  }
  const [book = ''] = readdirSync(folder).filter((name) => name.endsWith('.xlsx'));
  convert('fods', [book]);
  const xml = readFileSync(join(folder, 'lo', book.replace(/xlsx$/, 'fods')), 'utf8');
  check('LibreOffice finds no formula in the workbook', !xml.includes('table:formula='));
  check('the workbook begins with CONFIDENTIAL: TEAM ONLY', xml.indexOf('CONFIDENTIAL: TEAM ONLY') > 0);
  convert('csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1', [book]);
  const sheet = (name: string): Rec[] => table(join(folder, 'lo', book.replace(/\.xlsx$/, `-${name}.csv`)));
  const long = sheet('responses_long');
  check(
    'the workbook has our counts',
    long.length === ours.rows && countsOf(long) === ours.counts,
    countsOf(long),
  );
  // LibreOffice keeps a carriage return of a cell as a line feed; Excel keeps it.
  const lines = (text: string): string => text.replace(/\r\n?/g, '\n');
  sameTexts(
    'the workbook has our comments',
    sheet('comments').map((r) => lines(r['comment'] ?? '')),
    ours.comments.map(lines),
  );
}

const countsOf = (rows: readonly Rec[]): string =>
  countsText(rows.flatMap((r) => (/^\d/.test(r['answer_code'] ?? '') ? [Number(r['answer_code'])] : [])));

function pspp(folder: string, prefix: string, ours: Ours): void {
  const syntax = `${readFileSync(join(folder, `${prefix}read.sps`), 'utf8')}
GET FILE='${prefix}responses_long.sav'.
* Written as CSV, a carriage return before a line feed goes; in the sav it stays.
COMPUTE comment = REPLACE(comment, STRING(13, PIB1), STRING(30, PIB1)).
SAVE TRANSLATE /OUTFILE='back.csv' /TYPE=CSV /REPLACE /FIELDNAMES /CELLS=VALUES.
`;
  writeFileSync(join(folder, 'all.sps'), syntax);
  const told = run('pspp', ['-b', 'all.sps'], folder);
  if (told === null) return;
  check('PSPP runs the syntax without a word', !/error|warning/i.test(told), told.slice(0, 400));
  const rows = table(join(folder, 'back.csv'));
  check('PSPP has our counts', rows.length === ours.rows && countsOf(rows) === ours.counts, countsOf(rows));
  // SPSS pads texts with spaces, so those at the end are not part of them.
  const said = rows
    .map((r) => (r['comment'] ?? '').replaceAll('\u001e', '\r').replace(/ +$/, ''))
    .filter((text) => text !== '');
  sameTexts(
    'PSPP has our comments',
    said,
    ours.comments.map((text) => text.replace(/ +$/, '')),
  );
}

function inR(folder: string, prefix: string, source: ExportSource, ours: Ours): void {
  const script = `source("${prefix}read.R")
writeLines(c(nrow(long), paste(names(table(long$answer_code)), table(long$answer_code), sep = ":", collapse = " ")), "counts.txt")
put <- function(texts, file) invisible(writeBin(charToRaw(paste(na.omit(texts), collapse = "\\036")), file))
put(long$comment, "comments.bin")
put(statements$text, "wordings.bin")
writeLines(unlist(lapply(by_statement, function(d) lapply(split(d, d$round), function(r)
  vapply(bars(r), function(b) paste(as.vector(table(b$answer)), collapse = " "), "")))), "bars.txt")
stopifnot(is.ordered(long$answer), all(vapply(by_statement, function(d) is.ordered(d$answer), NA)))
`;
  writeFileSync(join(folder, 'all.R'), script);
  const told = run('Rscript', ['all.R'], folder);
  if (told === null) return;
  check('R runs the script without a word', told.trim() === '', told.slice(0, 400));
  const [rows, counts] = readFileSync(join(folder, 'counts.txt'), 'utf8').split('\n');
  check('R has our counts', Number(rows) === ours.rows && counts === ours.counts, `${rows} ${counts}`);
  const textsIn = (file: string): string[] => {
    const all = readFileSync(join(folder, file), 'utf8');
    return all === '' ? [] : all.split('\u001e');
  };
  sameTexts('R has our comments', textsIn('comments.bin'), ours.comments);
  sameTexts(
    'R has our wordings',
    textsIn('wordings.bin'),
    source.consultation.statements.flatMap((s) =>
      [s, ...s.earlier].flatMap((version) => version.wordings.map((w) => w.text)),
    ),
  );
  const bars = readFileSync(join(folder, 'bars.txt'), 'utf8').split('\n').slice(0, -1);
  sameTexts('R draws our counts for everyone and each group', bars, ours.bars);
  check(
    'R drew the figures',
    readFileSync(join(folder, `${prefix}figures.pdf`), 'latin1').startsWith('%PDF'),
  );
}

async function polis(folder: string, prefix: string): Promise<void> {
  const path = join(folder, `${prefix}polis-votes/round-1/everyone`);
  const texts = await readFolder(path);
  const read = isRefusal(texts) ? texts : readPolis(texts);
  check(
    'our importer reads our Polis files without a warning',
    !isRefusal(read) && read.warnings.length === 0,
  );
}

/** Real consultations, where they are beside the project. */
async function realSources(): Promise<[string, ExportSource, string][]> {
  const real = join(import.meta.dirname, '../../../shared/real');
  if (!existsSync(real)) {
    process.stdout.write('--   no real consultations beside the project\n');
    return [];
  }
  const found: [string, ExportSource, string][] = [];
  for (const entry of readdirSync(real, { withFileTypes: true }).filter((e) => e.isDirectory())) {
    const texts = await readFolder(join(real, entry.name));
    const read = isRefusal(texts) ? texts : readPolis(texts);
    check(`${entry.name} can be read`, !isRefusal(read));
    if (isRefusal(read)) continue;
    const { consultation, sealed } = toSealed(read, newId, newToken);
    found.push([entry.name, sourceOf(consultation, [sealed]), 'all,polis-votes,polis-import']);
  }
  return found;
}

const root = mkdtempSync(join(tmpdir(), 'standpoint-files-'));
try {
  const hostile = (await nastySource()).source;
  const sources: [name: string, source: ExportSource, kinds: string][] = [
    ['sample', await sampleSource(), 'all'],
    ['hostile', hostile, 'all,polis-votes,polis-import'],
    ['alike', await alikeSource(), 'all'],
    ...(await realSources()),
  ];
  for (const [name, source, kinds] of sources) {
    const prefix = `${source.consultation.sample ? 'SAMPLE_' : ''}CONFIDENTIAL_TEAM_ONLY_`;
    process.stdout.write(`\n${name}\n`);
    const folder = join(root, name);
    for (const [file, bytes] of Object.entries(unzipSync(await written(source, wantedFiles(kinds))))) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), bytes);
    }
    const ours = await oursOf(source);
    libreOffice(folder, ours);
    pspp(folder, prefix, ours);
    inR(folder, prefix, source, ours);
    if (kinds.includes('polis-votes')) await polis(folder, prefix);
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}
process.stdout.write(faults === 0 ? '\nAll that was compared agrees.\n' : `\n${faults} do not agree.\n`);
process.exitCode = faults === 0 ? 0 : 1;
