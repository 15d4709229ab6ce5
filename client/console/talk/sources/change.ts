/** What changing and removing a text hands over, with the passages that go along. */
import { movedPassages } from '../../../../core/talk/passages.ts';
import { wordsAt } from '../../../../core/talk/positions.ts';
import { isLost, type Passage, type SourceFields, type TextSource } from '../../../../core/talk/sources.ts';
import type { TalkDesk, Wanted } from '../desk.ts';
import { passageFields } from '../mirror.ts';

type Desk = Pick<TalkDesk, 'texts' | 'perform'>;

/**
 * Passages that lose their words are told to the laptop one by one and before the text, so that undoing the step
 * brings text and passages back as they were.
 *
 * @param now the text as it stands
 * @param first its fields as they were opened: only what was changed there is handed over, and a yes that another
 *   device took back meanwhile, or words that it took out, stay as they are there
 * @returns how many lost their words
 */
export function changeSource(desk: Desk, now: TextSource, first: SourceFields, fields: SourceFields): number {
  const names = (Object.keys(fields) as (keyof SourceFields)[]).filter(
    (name) => fields[name] !== first[name],
  );
  if (names.length === 0) return 0;
  const own = desk.texts.peek().passages.filter((one) => one.source === now.id && !isLost(one));
  // Where the text was changed elsewhere too somebody chooses first, and until then no passage loses anything.
  const gone =
    names.includes('text') && now.text === first.text
      ? movedPassages(now.text, fields.text, own).filter(isLost)
      : [];
  const pick = (from: SourceFields): Partial<SourceFields> =>
    Object.fromEntries(names.map((name) => [name, from[name]]));
  desk.perform([
    ...gone.flatMap(({ id }): Wanted[] => {
      const before = own.find((one) => one.id === id);
      if (before === undefined) return [];
      const { from, to } = before;
      const words = wordsAt(now.text, before);
      return [{ of: 'passage', key: id, source: now.id, words, was: { from, to }, set: { from, to: from } }];
    }),
    { of: 'source', key: now.id, was: pick(first), set: pick(fields) },
  ]);
  return gone.length;
}

/** Each passage for itself, so that undo brings all of them back. */
export function removeSource(desk: Desk, source: TextSource): void {
  const { id, ...was } = source;
  desk.perform([
    ...passagesOf(desk, id).map((one): Wanted => ({
      of: 'passage',
      key: one.id,
      source: id,
      words: wordsAt(source.text, one),
      was: passageFields(one),
      set: null,
    })),
    { of: 'source', key: id, was, set: null },
  ]);
}

/** All that lie in a text, whoever's they are. */
export function passagesOf(desk: Pick<TalkDesk, 'texts'>, source: string): Passage[] {
  return desk.texts.value.passages.filter((one) => one.source === source);
}
