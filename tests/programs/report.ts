/**
 * Development only: renders the report by hand in all forms, opens the Word file with LibreOffice and
 * the PDF with poppler and qpdf, and leaves pictures of their pages to be looked at. `npm run programs`
 * runs it with the others. On Debian:
 *
 *   apt-get install libreoffice-writer poppler-utils qpdf libxml2-utils && node tests/programs/report.ts [FOLDER]
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { allForms } from '../support/readReport.ts';
import { sampleReport } from '../support/report.ts';
import { howToInstall, missing, type Program } from './needed.ts';

const folder = process.argv[2] ?? mkdtempSync(join(tmpdir(), 'report-'));
mkdirSync(folder, { recursive: true });
let wrong = 0;

const absent = missing(['soffice', 'pdftoppm', 'pdfinfo', 'qpdf', 'xmllint']);

/** Runs a program and says whether it was content; returns what it wrote, or null when it is not installed. */
function run(what: string, program: Program, args: string[], input?: Uint8Array): string | null {
  if (absent.includes(program)) {
    console.log(`--    ${what}: ${program} is not here: ${howToInstall([program])}`);
    return null;
  }
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1e8,
    ...(input === undefined ? {} : { input }),
  });
  if (status !== 0) wrong += 1;
  console.log(`${status === 0 ? 'good ' : 'WRONG'} ${what}${status === 0 ? '' : `: ${stderr}`}`);
  return stdout;
}

const files = await allForms(sampleReport());
for (const [format, bytes] of Object.entries(files)) writeFileSync(join(folder, `report.${format}`), bytes);

for (const [name, part] of Object.entries(unzipSync(files.docx)))
  if (/\.(?:xml|rels)$/u.test(name)) run(`Word: ${name} is sound XML`, 'xmllint', ['--noout', '-'], part);
run('Word: LibreOffice opens it', 'soffice', [
  '--headless',
  '--convert-to',
  'pdf:writer_pdf_Export',
  '--outdir',
  'word',
  'report.docx',
]);
if (!absent.includes('soffice'))
  run('Word: pictures of its pages', 'pdftoppm', ['-r', '70', '-png', 'word/report.pdf', 'word/page']);
run('PDF: qpdf finds no fault', 'qpdf', ['--check', 'report.pdf']);
run('PDF: pictures of its pages', 'pdftoppm', ['-r', '70', '-png', 'report.pdf', 'pdf-page']);
const structure = run('PDF: its structure', 'pdfinfo', ['-struct', 'report.pdf']);
for (const tag of ['H1', 'H2', 'TOC', 'Figure', 'Caption', 'Table', 'THead', 'TH', 'Quote', 'L'])
  if (structure !== null && !new RegExp(String.raw`^\s*${tag}\b`, 'mu').test(structure)) {
    wrong += 1;
    console.log(`WRONG PDF: no ${tag} in the structure`);
  }
console.log(`${wrong === 0 ? 'All good' : `${wrong} wrong`}; look at the pages in ${folder}`);
process.exitCode = wrong === 0 ? 0 : 1;
