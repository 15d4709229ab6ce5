/** Renders a report in the forms that were asked for, one after the other, from the same model and charts. */
import { setImmediate } from 'node:timers/promises';
import type { ReportFormat } from '../../core/api.ts';
import type { ReportModel } from '../../core/report/model.ts';
import { registerFonts } from './chart/fonts.ts';
import { chartsOf, type ChartForm } from './charts.ts';
import { prepareReport } from './prepare.ts';

/** What is being made: the charts, counted one by one, or a file. */
export type StepWord = 'charts' | ReportFormat;

export interface RenderHooks {
  /** Told when a step begins and as it goes on: "12 of 40 charts", "0 of 1 docx". */
  step: (done: number, of: number, word: StepWord) => void;
  /** Asked between steps; when it says yes no further file comes. */
  cancelled: () => boolean;
}

export interface ReportFile {
  format: ReportFormat;
  bytes: Uint8Array;
}

/** A form could not be made; the files that came before it stand. Its message has no text of the report. */
export class RenderFault extends Error {
  readonly format: ReportFormat;
  constructor(format: ReportFormat, cause: unknown) {
    super(cause instanceof Error ? cause.message : 'unknown', { cause });
    this.name = 'RenderFault';
    this.format = format;
  }
}

class Cancelled extends Error {}

/** Each by itself: what a Word file needs takes its time to load, and so does what a PDF needs. */
const LOAD = {
  html: () => import('./web/renderWeb.ts'),
  docx: () => import('./word/renderWord.ts'),
  pdf: () => import('./pdf/renderPdf.ts'),
};

/** Loads what these forms need before there is anything to render. A form that cannot be loaded fails later. */
export async function loadFor(formats: readonly ReportFormat[]): Promise<void> {
  registerFonts();
  await Promise.allSettled(formats.map(async (format) => (format === 'json' ? null : LOAD[format]())));
}

/**
 * Renders. Files come as they are made, in the order asked for; whoever stops reading stops the work.
 *
 * @throws RenderFault when a form cannot be made
 */
export async function* renderReport(
  model: ReportModel,
  formats: readonly ReportFormat[],
  hooks: RenderHooks,
): AsyncGenerator<ReportFile> {
  const go = async (): Promise<void> => {
    // Lets a cancellation in that arrived while we were busy.
    await setImmediate();
    if (hooks.cancelled()) throw new Cancelled();
  };
  const prepared = once(() => prepareReport(model));
  const charts = once(async () => chartsOf((await prepared()).figures.map((f) => f.picture)));
  const drawn = async (kind: ChartForm) => {
    const all = await charts();
    await all.draw(kind, async (done, of) => {
      // The charts for phones are the same once more, and quick: nobody counts them.
      if (kind !== 'phone') hooks.step(done, of, 'charts');
      await go();
    });
    return all;
  };
  const make: Record<ReportFormat, () => Promise<Uint8Array>> = {
    json: async () => Buffer.from(`${JSON.stringify(model, null, 1)}\n`),
    html: async () => {
      await drawn('svg');
      const all = await drawn('phone');
      const { renderWeb } = await LOAD.html();
      return renderWeb(await prepared(), all);
    },
    docx: async () => {
      const all = await drawn('png');
      const { renderWord } = await LOAD.docx();
      return renderWord(await prepared(), all);
    },
    pdf: async () => {
      const all = await drawn('svg');
      const { renderPdf } = await LOAD.pdf();
      return renderPdf(await prepared(), all);
    },
  };
  for (const format of formats) {
    try {
      await go();
      hooks.step(0, 1, format);
      const bytes = await make[format]();
      await go();
      hooks.step(1, 1, format);
      yield { format, bytes };
    } catch (error) {
      if (error instanceof Cancelled) return;
      throw new RenderFault(format, error);
    }
  }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
