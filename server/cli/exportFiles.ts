/** `npx standpoint export`: the researchers' files, from the data folder or from a server that is running. */
import { leftOutOf } from '../../core/leftOut.ts';
import { TABLES } from '../export/columns.ts';
import { readWanted } from '../export/kinds.ts';
import type { Step } from '../export/writeExport.ts';
import { sealedSessions } from '../use/analysis.ts';
import { exportConsultation } from '../use/exportConsultation.ts';
import { listFrom } from './callServer.ts';
import { choose, chooseSessions } from './choose.ts';
import type { Options } from './common.ts';
import { accept, tellLeftOut, withExistingStore } from './common.ts';
import { fetchFile, keep } from './keep.ts';
import { noteIn } from './note.ts';
import { checkOut } from './outFile.ts';

/** Lines of the usage text about what can be exported. */
export const EXPORT_USAGE = `  --files KINDS   what to export, commas between; "all" when left out, which is all but polis-votes
                  and polis-import:
                  csv           every table, exact
                  excel-csv     every table, safe for spreadsheets
                  xlsx          every table in one workbook; alone it is no zip
                  datapackage   the exact tables with a Frictionless description
                  spss          syntax for SPSS and PSPP, with its data
                  r             a script for R, with its data
                  polis         counts in the layout of Polis
                  polis-votes   the same with each person's votes; linked sessions only
                  polis-import  two files that Polis takes in; linked sessions only
                  qdpx          what was said and its themes, for software for qualitative
                                analysis (REFI-QDA); alone it is no zip, nor are the next two
                  qdc           the themes alone, as a codebook for the same
                  taguette      the themes as tags for Taguette
  --table NAME    one table as CSV instead: ${TABLES.slice(0, 5).join(', ')},
                  ${TABLES.slice(5).join(', ')}
  --form FORM     of that table: data (exact) or excel (formula-safe); "data" when left out
  --out FILE      where to, in the place of what is there; when left out, a name that says what it is,
                  in this folder, with (2) and so on where that is taken`;

/** Writes what `--files` or `--table` asks for to one file; stops with the sentence of whatever is refused. */
export async function exportFiles(options: Options): Promise<void> {
  const { server } = options;
  const given = { files: options.files ?? '', table: options.table ?? '', form: options.form ?? '' };
  const wanted = accept(readWanted(given));
  await checkOut(options.out);
  if (server !== undefined) {
    const { id, sessions } = choose(await listFrom(server), options.consultation);
    const finished = sessions.filter((s) => s.state === 'sealed');
    const chosen = chooseSessions(finished, options.sessions);
    const query = new URLSearchParams({ ...given, sessions: chosen.join(',') });
    await fetchFile(server, `/api/consultations/${id}/export?${query.toString()}`, options.out);
    tellLeftOut(leftOutOf(sessions));
    return;
  }
  await withExistingStore(options.data, async (store) => {
    const all = (await store.listConsultations()).map((s) => s.consultation);
    const { id } = choose(all, options.consultation);
    const chosen = chooseSessions(await sealedSessions(store, id), options.sessions);
    const today = new Date().toISOString().slice(0, 10);
    const job = accept(await exportConsultation(store, id, chosen, wanted, today));
    const detail = 'table' in wanted ? wanted.table : wanted.kinds.join(', ');
    await noteIn(options.data, 'exported', { consultation: id, detail });
    await keep(options.out, job.name, (out) => job.write(out, tellStep));
    tellLeftOut(job.leftOut);
  });
}

/** On a screen, where it is; in a log it would only be noise. */
function tellStep({ file, done, of }: Step): void {
  if (process.stderr.isTTY)
    process.stderr.write(`\r\u001b[K${done + 1} of ${of}: ${file}${done + 1 === of ? '\n' : ''}`);
}
