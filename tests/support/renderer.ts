/** Stands for the thread that renders reports, which has tests of its own. */
import type { ReportFormat } from '../../core/api.ts';
import type { ReportModel } from '../../core/report/model.ts';
import type { Listener, Rendering } from '../../server/report/renderInWorker.ts';
import type { StartRenderer } from '../../server/use/reportFiles.ts';

/** A renderer that does this with the report. */
export const rendererAs =
  (
    render: (model: ReportModel, formats: readonly ReportFormat[], listener: Listener) => Rendering,
  ): StartRenderer =>
  (formats) => ({
    render: (model, listener) => render(model, formats, listener),
    drop: () => undefined,
  });

/** One whose files are the report as it came, as JSON. */
export const copyingRenderer = rendererAs((model, formats, { onFile }) => {
  for (const format of formats) onFile({ format, bytes: new TextEncoder().encode(JSON.stringify(model)) });
  return { done: Promise.resolve({ kind: 'done' }), cancel: () => undefined };
});

/** One whose files are the report as it came, and something that happens while they are made, once each. */
export function whileRendering(): { renderer: StartRenderer; next: (work: () => Promise<unknown>) => void } {
  let meanwhile: (() => Promise<unknown>)[] = [];
  const renderer = rendererAs((model, formats, listener) => {
    const work = async (): Promise<{ kind: 'done' }> => {
      const now = meanwhile;
      meanwhile = [];
      for (const one of now) await one();
      await copyingRenderer(formats).render(model, listener).done;
      return { kind: 'done' };
    };
    return { done: work(), cancel: () => undefined };
  });
  return { renderer, next: (work) => void meanwhile.push(work) };
}
