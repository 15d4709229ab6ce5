/**
 * What of a text was written anew, so that passages can stay where they were: by lines, and in lines that changed by
 * words, with the fewest changes (Myers, An O(ND) difference algorithm, Algorithmica 1, 1986). Where there are too many
 * changes for that, as after replacing a name everywhere, words that are there once before and after hold the rest in
 * place (Cohen's patience diff).
 */

/** From..to of the text before, in code points, became at..end of the text after. */
export interface Edit {
  from: number;
  to: number;
  at: number;
  end: number;
}

/** So many changes are looked for: it takes their square. */
const MOST = 600;

export function editsOf(before: string, after: string): Edit[] {
  const [a, b] = [before.split(/(?<=\n)/u), after.split(/(?<=\n)/u)];
  const lines = inPoints(stretches(a, b), a, b, { from: 0, at: 0 });
  const [one, two] = [[...before], [...after]];
  return lines.flatMap((edit) => {
    const x = wordsOf(one.slice(edit.from, edit.to).join(''));
    const y = wordsOf(two.slice(edit.at, edit.end).join(''));
    return inPoints(stretches(x, y), x, y, edit).map((word) => trimmed(word, one, two));
  });
}

/** Without what both begin and end with: letters that were put to a word are those letters, not the word. */
function trimmed(edit: Edit, a: readonly string[], b: readonly string[]): Edit {
  let { from, to, at, end } = edit;
  while (from < to && at < end && a[from] === b[at]) [from, at] = [from + 1, at + 1];
  while (from < to && at < end && a[to - 1] === b[end - 1]) [to, end] = [to - 1, end - 1];
  return { from, to, at, end };
}

/** Words, and what stands between them one sign at a time. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]/gu) ?? [];
}

function length(text: string): number {
  return [...text].length;
}

function inPoints(
  edits: readonly Edit[],
  a: readonly string[],
  b: readonly string[],
  start: { from: number; at: number },
): Edit[] {
  const [x, y] = [starts(a, start.from), starts(b, start.at)];
  return edits.map(({ from, to, at, end }) => ({
    from: x[from] ?? 0,
    to: x[to] ?? 0,
    at: y[at] ?? 0,
    end: y[end] ?? 0,
  }));
}

function starts(parts: readonly string[], first: number): number[] {
  const list = [first];
  for (const part of parts) list.push((list.at(-1) ?? 0) + length(part));
  return list;
}

/** In places of the lists. */
function stretches(a: readonly string[], b: readonly string[]): Edit[] {
  let [head, tail] = [0, 0];
  const most = Math.min(a.length, b.length);
  while (head < most && a[head] === b[head]) head += 1;
  while (tail < most - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  const [x, y] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  if (x.length + y.length === 0) return [];
  const whole = { from: head, to: head + x.length, at: head, end: head + y.length };
  if (x.length === 0 || y.length === 0) return [whole];
  const same = alike(x, y) ?? onceInBoth(x, y);
  if (same.length === 0) return [whole];
  // Between what holds they are looked through again, where there is more to be found.
  const again = same.length < Math.min(x.length, y.length);
  const edits: Edit[] = [];
  let [i, j] = [0, 0];
  for (const [p, q] of [...same, [x.length, y.length] as const]) {
    if (p > i || q > j) {
      const between = again
        ? stretches(x.slice(i, p), y.slice(j, q))
        : [{ from: 0, to: p - i, at: 0, end: q - j }];
      for (const { from, to, at, end } of between)
        edits.push({ from: head + i + from, to: head + i + to, at: head + j + at, end: head + j + end });
    }
    [i, j] = [p + 1, q + 1];
  }
  return edits;
}

/** Pairs of places that stay, in their order; null: there are too many changes. */
function alike(a: readonly string[], b: readonly string[]): [number, number][] | null {
  const steps: Map<number, number>[] = [];
  let far = new Map([[1, 0]]);
  for (let d = 0; d <= Math.min(MOST, a.length + b.length); d += 1) {
    steps.push(far);
    const next = new Map<number, number>();
    for (let k = -d; k <= d; k += 2) {
      let x = fromAbove(far, k, d) ? (far.get(k + 1) ?? 0) : (far.get(k - 1) ?? 0) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1;
      next.set(k, x);
      if (x >= a.length && x - k >= b.length) return walkBack(steps, a.length, b.length);
    }
    far = next;
  }
  return null;
}

/** Pairs of what is in each list once, the longest row of them that is in the same order in both. */
function onceInBoth(a: readonly string[], b: readonly string[]): [number, number][] {
  const [x, y] = [once(a), once(b)];
  const pairs = [...x].flatMap(([word, at]): [number, number][] => {
    const there = y.get(word);
    return there === undefined ? [] : [[at, there]];
  });
  // Ends of the best rows by length, and what comes before each in its row.
  const ends: number[] = [];
  const before: number[] = [];
  for (const [i, [, at]] of pairs.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    before[i] = low === 0 ? -1 : (ends[low - 1] ?? -1);
    ends[low] = i;
  }
  const row: [number, number][] = [];
  for (let i = ends.at(-1) ?? -1; i >= 0; i = before[i] ?? -1) row.push(pairs[i] ?? [0, 0]);
  return row.toReversed();
}

/** Places of what is there once, in their order. */
function once(list: readonly string[]): Map<string, number> {
  const [places, more] = [new Map<string, number>(), new Set<string>()];
  for (const [i, word] of list.entries()) {
    if (places.has(word)) more.add(word);
    else places.set(word, i);
  }
  for (const word of more) places.delete(word);
  return places;
}

function fromAbove(far: ReadonlyMap<number, number>, k: number, d: number): boolean {
  return k === -d || (k !== d && (far.get(k - 1) ?? -1) < (far.get(k + 1) ?? -1));
}

function walkBack(steps: readonly Map<number, number>[], n: number, m: number): [number, number][] {
  const pairs: [number, number][] = [];
  let [x, y] = [n, m];
  for (let d = steps.length - 1; d >= 0; d -= 1) {
    const far = steps[d] ?? new Map<number, number>();
    const k = x - y;
    const before = fromAbove(far, k, d) ? k + 1 : k - 1;
    const px = far.get(before) ?? 0;
    while (x > Math.max(px, 0) && y > Math.max(px - before, 0)) {
      x -= 1;
      y -= 1;
      pairs.push([x, y]);
    }
    [x, y] = [px, px - before];
  }
  return pairs.toReversed();
}
