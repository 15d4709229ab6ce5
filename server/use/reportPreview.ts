/** The report as a web page as it would be sent out now, to look at; nothing is registered. */
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import type { ReportModel } from '../../core/report/model.ts';
import type { Draft } from './draft.ts';
import { draftMark } from './reportModel.ts';
import type { ReportParts } from './reportFiles.ts';

/**
 * Makes the page. Whatever is not a release says so on it, so that it is not passed on by mistake.
 *
 * @param signal aborted when nobody waits for the page any more
 * @returns refused where no session is finished
 */
export async function reportPreview(
  { drafts, renderer: startRenderer, today, fault }: Omit<ReportParts, 'jobs'>,
  id: string,
  signal: AbortSignal,
): Promise<{ page: Uint8Array } | Refusal> {
  const renderer = startRenderer(['html']);
  try {
    const drafted = await drafts.draft('draft', { consultation: id, today: today(), approvedBy: {} });
    if (isRefusal(drafted)) return drafted;
    const made: { page?: Uint8Array } = {};
    const rendering = renderer.render(marked(drafted), {
      onStep: () => undefined,
      onFile: ({ bytes }) => void (made.page = bytes),
    });
    signal.addEventListener('abort', () => rendering.cancel());
    if (signal.aborted) rendering.cancel();
    const ending = await rendering.done;
    if (ending.kind === 'failed') fault(new Error(`preview, ${ending.format ?? 'start'}: ${ending.fault}`));
    const { page } = made;
    return page === undefined ? refuse('fault') : { page };
  } finally {
    renderer.drop();
  }
}

function marked({ model, same }: Draft): ReportModel {
  return same ? model : { ...model, mark: draftMark(model) };
}
