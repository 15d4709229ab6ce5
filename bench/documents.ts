/**
 * How long a report of twenty sessions and twelve statements takes in each form (S14: page 1 s, Word
 * and PDF 5 s each), from the model to the file, in the thread that the product uses.
 *
 *     node bench/documents.ts [rounds]
 */
import { performance } from 'node:perf_hooks';
import type { ReportFormat } from '../core/api.ts';
import type { Block, ReportModel, Section } from '../core/report/model.ts';
import { startRendering } from '../server/report/renderInWorker.ts';
import { sampleReport } from '../tests/support/report.ts';
import { figureOf, TOLD } from '../tests/support/reportFigures.ts';

const STATEMENTS = 12;
const GROUPS = 6;
const BARS: Record<Exclude<ReportFormat, 'json'>, number> = { html: 1000, docx: 5000, pdf: 5000 };

/**
 * What a consultation of that size gives: a figure for each statement with everyone and six groups, six
 * quotes under it, and in the appendix a figure for each group over all statements.
 */
function large(): ReportModel {
  const model = sampleReport();
  const labels = ['Everyone', ...Array.from({ length: GROUPS }, (_, i) => `Adult focus groups ${i + 1}`)];
  const counts = (statement: number, group: number): number[] =>
    [1, 2, 3, 4, 5].map((n) => ((3 * statement + n * (group + 2)) % 17) + (group === 0 ? 60 : 4));
  const statements = Array.from({ length: STATEMENTS }, (_, at) => {
    const told = TOLD[at % TOLD.length];
    if (told === undefined) throw new Error('there are statements');
    return { ...told, at };
  });
  const sections = statements.map(({ at, text, sentence, quotes }): Section => {
    const rows = labels.map((label, group) => ({ label, counts: counts(at, group) }));
    const blocks: Block[] = [
      { kind: 'statement', number: String(at + 1), for: 'Families', text },
      figureOf(String(at + 1), text, rows, sentence),
      ...[...quotes, ...quotes, ...quotes].slice(0, 6).map((q): Block => ({ kind: 'quote', ...q })),
    ];
    return { id: `statement-${at + 1}`, heading: `Statement ${at + 1}`, level: 2, blocks };
  });
  const appendix = labels.map((label, group): Block => {
    const rows = statements.map(({ at, text }) => ({
      label: `${at + 1}. ${text}`,
      counts: counts(at, group),
    }));
    return figureOf(`A${group + 1}`, label, rows, `${label}: most agree with most statements.`);
  });
  return {
    ...model,
    sections: [
      ...model.sections.filter((s) => !s.id.startsWith('statement-') && s.id !== 'appendix'),
      ...sections,
      { id: 'appendix', heading: 'Appendix', level: 1, blocks: appendix },
    ],
  };
}

async function timed(model: ReportModel, format: ReportFormat): Promise<{ ms: number; bytes: number }> {
  let bytes = 0;
  const from = performance.now();
  const { done } = startRendering(model, [format], {
    onStep: () => undefined,
    onFile: (file) => {
      bytes = file.bytes.length;
    },
  });
  const ending = await done;
  if (ending.kind !== 'done') throw new Error(`${format}: ${JSON.stringify(ending)}`);
  return { ms: performance.now() - from, bytes };
}

const rounds = Number(process.argv[2] ?? 5);
const model = large();
for (const format of ['html', 'docx', 'pdf'] as const) {
  const times: number[] = [];
  let size = 0;
  for (let i = 0; i < rounds; i += 1) {
    const { ms, bytes } = await timed(model, format);
    times.push(ms);
    size = bytes;
  }
  const median = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
  const verdict = median <= BARS[format] ? 'held' : 'missed';
  console.log(
    `${format.padEnd(5)} ${Math.round(median)} ms of ${BARS[format]} ms, ${(size / 1e6).toFixed(1)} MB: ${verdict}`,
  );
}
