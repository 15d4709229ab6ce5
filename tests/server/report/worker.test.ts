/** The thread that renders: its news, its end, and what is left when it fails or is stopped. */
import { describe, expect, test } from '@jest/globals';
import type { ReportFormat } from '../../../core/api.ts';
import { renderReport } from '../../../server/report/render.ts';
import { startRenderer, type Rendering } from '../../../server/report/renderInWorker.ts';
import { sampleReport } from '../../support/report.ts';

/** A report whose figure cannot be drawn; its words can be printed as JSON. */
function broken() {
  const model = sampleReport();
  const figure = model.sections.flatMap((s) => s.blocks).find((b) => b.kind === 'figure');
  if (figure !== undefined) figure.alt = '';
  return model;
}

describe('rendering in a thread', () => {
  test('F16 files come in the order asked for, with a word for each step', async () => {
    const files: [ReportFormat, number][] = [];
    const steps: string[] = [];
    const { done } = startRenderer(['json', 'html', 'pdf']).render(sampleReport(), {
      onStep: (made, of, word) => steps.push(`${made} of ${of} ${word}`),
      onFile: ({ format, bytes }) => files.push([format, bytes.length]),
    });
    expect(await done).toEqual({ kind: 'done' });
    expect(files.map(([format]) => format)).toEqual(['json', 'html', 'pdf']);
    expect(Math.min(...files.map(([, size]) => size))).toBeGreaterThan(10_000);
    expect(steps.filter((s) => s.endsWith('charts'))).toEqual(
      Array.from({ length: 12 }, (_, i) => `${i + 1} of 12 charts`),
    );
    expect(steps.slice(0, 3)).toEqual(['0 of 1 json', '1 of 1 json', '0 of 1 html']);
    expect(steps.at(-1)).toBe('1 of 1 pdf');
  });

  test('F16 a form that cannot be made keeps the files before it, and the fault tells no text', async () => {
    const files: ReportFormat[] = [];
    const { done } = startRenderer(['json', 'html', 'pdf']).render(broken(), {
      onStep: () => undefined,
      onFile: ({ format }) => files.push(format),
    });
    expect(await done).toEqual({
      kind: 'failed',
      format: 'html',
      fault: 'Figure 1 has no sentence, no text alternative or no table.',
    });
    expect(files).toEqual(['json']);
  });

  test('F16 cancelling stops it: nothing comes after, and cancelling again does nothing', async () => {
    const told: string[] = [];
    const running: { it?: Rendering } = {};
    running.it = startRenderer(['json', 'html', 'docx', 'pdf']).render(sampleReport(), {
      onStep: (made, _of, word) => {
        told.push(word);
        if (word === 'charts' && made === 2) running.it?.cancel();
      },
      onFile: ({ format }) => told.push(`file ${format}`),
    });
    expect(await running.it.done).toEqual({ kind: 'cancelled' });
    expect(told).toEqual(['json', 'json', 'file json', 'html', 'charts', 'charts']);
    running.it.cancel();
  });

  test('F16 a thread that was loaded for nothing ends, and renders nothing any more', async () => {
    const renderer = startRenderer(['json', 'pdf']);
    renderer.drop();
    const files: ReportFormat[] = [];
    const { done } = renderer.render(sampleReport(), {
      onStep: () => undefined,
      onFile: ({ format }) => files.push(format),
    });
    expect(await done).toEqual({ kind: 'cancelled' });
    expect(files).toEqual([]);
  });

  test('F16 letting go of a thread that renders does nothing', async () => {
    const renderer = startRenderer(['json']);
    const files: ReportFormat[] = [];
    const { done } = renderer.render(sampleReport(), {
      onStep: () => undefined,
      onFile: ({ format }) => files.push(format),
    });
    renderer.drop();
    expect(await done).toEqual({ kind: 'done' });
    expect(files).toEqual(['json']);
  });

  test('F16 without a thread it stops between two steps as well', async () => {
    let steps = 0;
    const hooks = { step: () => void (steps += 1), cancelled: () => steps >= 5 };
    const files: ReportFormat[] = [];
    for await (const { format } of renderReport(sampleReport(), ['json', 'html', 'pdf'], hooks))
      files.push(format);
    expect(files).toEqual(['json']);
    expect(steps).toBeLessThan(9);
  });
});
