/**
 * That there are interviews or documents which a release does not count. Where it was told once it is told again, also
 * when the only one is gone: that it is would be seen.
 */
import type { EntryTalk } from '../release/types.ts';
import type { SourceForm, TextSource } from '../talk/sources.ts';
import type { ReportModel } from './model.ts';
import type { Speech } from './words.ts';

/**
 * Forms of those that are there or were told of, with a yes or without: whether one of them was taken back is nobody's
 * to see.
 *
 * @param earlier what earlier releases told
 */
export function formsThere(
  sources: readonly Pick<TextSource, 'form'>[],
  earlier: readonly Pick<EntryTalk, 'left'>[],
): SourceForm[] {
  return [
    ...new Set([...earlier.flatMap(({ left = [] }) => left), ...sources.map(({ form }) => form)]),
  ].toSorted();
}

/** What a release told that was registered before it was noted. */
export function textsLeftTold({ say }: Speech, { sections }: Pick<ReportModel, 'sections'>): SourceForm[] {
  const notes = sections.flatMap(({ blocks }) =>
    blocks.flatMap((one) => (one.kind === 'note' ? [one.text] : [])),
  );
  return [
    ...(notes.includes(say('talk.documents.left')) ? (['document'] as const) : []),
    ...(notes.includes(say('talk.texts.left')) ? (['interview'] as const) : []),
  ];
}
