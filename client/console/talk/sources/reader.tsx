/**
 * The text of an interview or document, set to be read. Words are selected with the browser's own selection, by
 * mouse, finger or the keys below; passages are underlined in the colours of their themes, with the names at the end.
 */
import { memo } from '../../../shared/memo.ts';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { sentencesOf } from '../../../../core/talk/agreement.ts';
import type { Range } from '../../../../core/talk/passages.ts';
import { pointAt, unitAt } from '../../../../core/talk/positions.ts';
import { isLost, type Passage } from '../../../../core/talk/sources.ts';
import type { Codebook } from '../../../../core/talk/themes.ts';
import { COLOUR_CODES } from '../../../../core/talk/types.ts';
import { begin } from '../words.ts';
import type { TextCoder } from './coder.ts';
import { segmentsOf } from './segments.ts';
import { keyed, moveSelection } from './selecting.ts';
import { sayText } from './words.ts';

/** Lines under words; more would run into the next line. The list beside has all. */
const MOST_LINES = 4;

export function Reader({ coder }: { coder: TextCoder }) {
  const box = useRef<HTMLDivElement>(null);
  const source = coder.source.value;
  const text = source?.text ?? '';
  const sentences = useMemo(() => sentencesOf(text), [text]);
  const { value: passages } = coder.passages;
  const open = coder.open.value;
  const drawn = useRef(text);
  useEffect(() => {
    const listen = (): void => {
      const { current } = box;
      const selection = document.getSelection();
      if (current === null || selection === null || selection.rangeCount === 0) return;
      const range = selection.getRangeAt(0);
      // Elsewhere, as in the field of a dialog: what is selected here stays what it was.
      if (!current.contains(range.startContainer) || !current.contains(range.endContainer)) return;
      const found = range.collapsed ? null : rangeIn(current, range, text);
      const before = coder.selected.peek();
      if (found?.from === before?.from && found?.to === before?.to) return;
      coder.select(found);
      if (found !== null) coder.open.value = '';
    };
    document.addEventListener('selectionchange', listen);
    return () => document.removeEventListener('selectionchange', listen);
  }, [coder, text]);
  // Where passages begin and end the text is cut anew, which would move what the browser has selected.
  useLayoutEffect(() => {
    const [{ current }, range] = [box, coder.selected.peek()];
    // While somebody types elsewhere the selection is there.
    const here = current?.contains(document.getSelection()?.anchorNode ?? null) === true;
    const other = drawn.current !== text;
    drawn.current = text;
    // Where the selected words themselves were changed, the browser would select what stands in their place.
    if (current !== null && here && (range !== null || other)) show(current, text, range, false);
  }, [passages, text, open, coder]);
  useEffect(() => {
    if (open === '') return;
    box.current?.querySelector('[data-open]')?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  const select = (range: Range | null): void => {
    const { current } = box;
    // Before the browser tells: what is drawn anew meanwhile must not bring the one before back.
    coder.select(range);
    if (range !== null) coder.open.value = '';
    if (current !== null) show(current, text, range, true);
  };
  return (
    <div
      ref={box}
      class="reader"
      // A place to be in: its keys select sentences and words.
      tabIndex={0}
      role="group"
      aria-label={sayText('text.keys', { title: source?.title ?? '' })}
      dir="auto"
      lang={source?.language}
      onKeyDown={(event) => {
        if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
        const moved = moveSelection(event.key, event.shiftKey, coder.selected.peek(), sentences, text);
        if (moved !== undefined) select(moved);
        else if (!keyed(event.key, coder, () => select(null))) return;
        event.preventDefault();
      }}
      onClick={() => {
        const selection = document.getSelection();
        if (box.current === null || selection?.isCollapsed !== true || selection.anchorNode === null) return;
        if (!box.current.contains(selection.anchorNode)) return;
        const range = document.createRange();
        range.setStart(box.current, 0);
        range.setEnd(selection.anchorNode, selection.anchorOffset);
        const at = pointAt(text, range.toString().length);
        const on = passages
          .filter((one) => one.from <= at && at < one.to)
          .toSorted((a, b) => a.to - a.from - (b.to - b.from));
        coder.open.value = on[0]?.id ?? '';
      }}
    >
      <Marked text={text} passages={passages} book={coder.desk.book.value} open={open} />
    </div>
  );
}

interface MarkedProps {
  text: string;
  passages: readonly Passage[];
  book: Codebook;
  open: string;
}

/** Drawn anew only when passages change: not as somebody selects. */
const Marked = memo(function Marked({ text, passages, book, open }: MarkedProps) {
  const segments = useMemo(
    () =>
      segmentsOf(
        text,
        passages.filter((one) => !isLost(one)),
      ),
    [text, passages],
  );
  const colours = (one: Passage): string[] =>
    one.themes.length === 0
      ? ['var(--line)']
      : book.of(one.themes).map(({ theme }) => COLOUR_CODES[theme.colour]);
  return (
    <>
      {segments.map(({ from, text: words, inside, ends }) => {
        if (inside.length === 0) return <span key={from}>{words}</span>;
        const lines = [...new Set(inside.flatMap(colours))].slice(0, MOST_LINES);
        const names = [
          ...new Set(ends.flatMap((one) => book.of(one.themes).map(({ theme }) => begin(theme.name, 24)))),
        ];
        const opened = inside.some(({ id }) => id === open);
        return (
          <Piece key={from} words={words} lines={lines.join(' ')} names={names.join(' · ')} open={opened} />
        );
      })}
    </>
  );
});

/** Drawn anew only when it is another one, so that a long text with many passages stays quick. */
const Piece = memo(function Piece(props: { words: string; lines: string; names: string; open: boolean }) {
  const lines = props.lines.split(' ');
  return (
    <span
      class="marked"
      data-open={props.open ? '' : undefined}
      data-names={props.names === '' ? undefined : props.names}
      style={{
        backgroundImage: lines.map((colour) => `linear-gradient(${colour}, ${colour})`).join(', '),
        backgroundPosition: lines.map((_, n) => `0 calc(100% - ${(lines.length - 1 - n) * 4}px)`).join(', '),
        paddingBlockEnd: `${lines.length * 4 - 1}px`,
      }}
    >
      {props.words}
    </span>
  );
});

/** A selection of the browser as code points, without white space around it. */
function rangeIn(box: HTMLElement, selection: Selected, text: string): Range | null {
  const before = document.createRange();
  before.setStart(box, 0);
  before.setEnd(selection.startContainer, selection.startOffset);
  let from = before.toString().length;
  let to = from + selection.toString().length;
  while (from < to && /\s/u.test(text.charAt(from))) from += 1;
  while (to > from && /\s/u.test(text.charAt(to - 1))) to -= 1;
  if (from === to) return null;
  const start = pointAt(text, from);
  // An end in the middle of a pair takes the whole letter.
  const end = pointAt(text, to);
  return { from: start, to: unitAt(text, end) < to ? end + 1 : end };
}

type Selected = ReturnType<Document['createRange']>;

/** Makes the browser select this. */
function show(box: HTMLElement, text: string, range: Range | null, seen: boolean): void {
  const selection = document.getSelection();
  if (range === null) {
    selection?.collapse(box, 0);
    return;
  }
  const [start, end] = [placeIn(box, unitAt(text, range.from)), placeIn(box, unitAt(text, range.to))];
  if (start === null || end === null) return;
  selection?.setBaseAndExtent(start.node, start.at, end.node, end.at);
  if (seen) end.node.parentElement?.scrollIntoView({ block: 'nearest' });
}

function placeIn(box: HTMLElement, unit: number): { node: Node; at: number } | null {
  const walk = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
  let left = unit;
  for (let node = walk.nextNode(); node !== null; node = walk.nextNode()) {
    const { length } = node.textContent ?? '';
    if (left <= length) return { node, at: left };
    left -= length;
  }
  return null;
}
