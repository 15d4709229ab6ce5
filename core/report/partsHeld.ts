/**
 * A theme's numbers, of all of it, by group and by statement, held against all that were ever printed of it. Whoever has
 * them adds and subtracts them all, a whole of one release and a group of another among them.
 *
 * Take what is under the theme by which wholes and groups it stands in, and by which wholes and statements: each point
 * is in one class of each. A sum of numbers with any coefficients gives each class of the one kind a value, and each
 * of the other, and counts a point by the two together. So let the classes be nodes of a graph and the points edges
 * between them. Where a sum passes over all points but a few, the two values of every other edge cancel out, so they
 * are the same, but for the sign, all over each piece that hangs together without those few. It tells of the few only
 * where they tie pieces that would fall apart without them. So nothing of fewer than the floor can be worked out where
 * no piece of the graph falls apart by less; that each class by itself is of nobody or of the floor is a case of it.
 * Sorting by groups and statements at once would be as safe, and hardly any theme would have numbers of both
 * (docs/decisions/043-wholes-and-parts.md).
 *
 * Of what stands where only counts are known: where they grew it is the same points and some more.
 */
import type { TalkCell } from '../release/stories.ts';
import { holdsTogether, type Edge } from './leastCut.ts';

/** A number that was printed: of what, and where it was said. */
export type TalkNumber = Pick<TalkCell, 'by'> & { sessions: NonNullable<TalkCell['sessions']> };

/** `by` of a number of everything under the theme; ONE: of a single point, told as one participant's. */
export const [WHOLE, ONE] = ['', 'one'];
const KINDS = ['group', 'statement'] as const;

/** Points that stand in the same numbers. */
interface Layer {
  in: boolean[];
  n: number;
}

/**
 * @param next a number that is to be printed
 * @param printed those that were, in this release and in earlier ones
 * @param strict nothing follows at all, neither from it nor from those before
 * @returns nothing under the floor follows that did not follow before
 */
export function holdsParts(
  next: TalkNumber,
  printed: readonly TalkNumber[],
  floor: number,
  strict = false,
): boolean {
  const unknown = printed.some(({ sessions }) => sessions.some(isUnknown));
  if (unknown) return next.by === WHOLE && holdsWholes(next, printed, floor);
  const all = [...printed, next];
  const layers = layersOf(all);
  const old = layers.map((layer) => ({ ...layer, in: layer.in.map((is, i) => is && i < printed.length) }));
  const holds = (of: readonly Layer[]): boolean => holdsTogether(edgesOf(all, of), floor);
  return (
    KINDS.every((kind) => classesHold(all, layers, kind, floor)) &&
    (holds(layers) || (!strict && !holds(old)))
  );
}

/**
 * Whether all of what stands in the same wholes, and in any part of the last one's kind, is in the same parts. Of each
 * theme below them it is known then, however few are under it.
 */
export function areAlike(numbers: readonly TalkNumber[]): boolean {
  const kind = KINDS.find((one) => numbers.at(-1)?.by.startsWith(`${one} `)) ?? '';
  const wholes = numbers.filter(({ by }) => isWhole(by)).length;
  const atoms = new Map<string, Set<string>>();
  for (const layer of layersOf(numbers)) {
    const atom = signOf(numbers, layer, '');
    atoms.set(atom, (atoms.get(atom) ?? new Set()).add(signOf(numbers, layer, kind)));
  }
  const ones = (sign: string): number => sign.replaceAll('0', '').length;
  return [...atoms].some(
    ([atom, [sign = '', ...more]]) => wholes > 0 && more.length === 0 && ones(sign) > ones(atom),
  );
}

/** A register of before has counts by session alone: wholes are held as far as these go, and no new part is told. */
function holdsWholes(next: TalkNumber, printed: readonly TalkNumber[], floor: number): boolean {
  const wholes = [...printed.filter(({ by }) => isWhole(by)), next].map((number) => ({
    ...number,
    sessions: number.sessions.map(({ session, n }) => ({ session, n })),
  }));
  return classesHold(wholes, layersOf(wholes), 'group', floor);
}

export function isUnknown({ n, groups }: TalkNumber['sessions'][number]): boolean {
  return n > 0 && groups === undefined;
}

function isWhole(by: string): boolean {
  return by === WHOLE || by === ONE;
}

function layersOf(numbers: readonly TalkNumber[]): Layer[] {
  const counts = numbers.map(({ sessions }) => {
    const at = new Map<string, number>();
    for (const { n, ...where } of sessions) {
      const key = JSON.stringify([where.session, where.groups, where.statement, where.themes]);
      at.set(key, (at.get(key) ?? 0) + n);
    }
    return at;
  });
  const places = new Set(counts.flatMap((at) => [...at.keys()]));
  return [...places].flatMap((place) => {
    const history = counts.map((at) => at.get(place) ?? 0);
    const steps = [...new Set(history)].filter((n) => n > 0).toSorted((a, b) => a - b);
    return steps.map((step, i) => ({ in: history.map((n) => n >= step), n: step - (steps[i - 1] ?? 0) }));
  });
}

/** Which numbers of one kind, and wholes, a layer stands in. */
function signOf(numbers: readonly TalkNumber[], layer: Layer, kind: string): string {
  return numbers
    .flatMap(({ by }, i) => (isWhole(by) || by.startsWith(`${kind} `) ? [layer.in[i] ? '1' : '0'] : []))
    .join('');
}

/** Each class that the last number makes is of nobody or of the floor. One that it does not part was there before. */
function classesHold(
  numbers: readonly TalkNumber[],
  layers: readonly Layer[],
  kind: string,
  floor: number,
): boolean {
  const { by = '' } = numbers.at(-1) ?? {};
  if (!isWhole(by) && !by.startsWith(`${kind} `)) return true;
  const classes = new Map<string, number>();
  for (const layer of layers) {
    const sign = signOf(numbers, layer, kind);
    classes.set(sign, (classes.get(sign) ?? 0) + layer.n);
  }
  return [...classes].every(([sign, n]) => {
    const before = sign.slice(0, -1);
    const parted = classes.has(`${before}0`) && classes.has(`${before}1`);
    return n >= floor || !sign.includes('1') || (before.includes('1') && !parted);
  });
}

/** One participant's one is known: it ties nothing, and is held by the classes alone. */
function edgesOf(numbers: readonly TalkNumber[], layers: readonly Layer[]): Edge[] {
  const known = numbers.map(({ by }) => by === ONE);
  return layers.flatMap((layer) => {
    const left = { ...layer, in: layer.in.map((is, i) => is && known[i] !== true) };
    if (!left.in.includes(true)) return [];
    const [a = '', b = ''] = KINDS.map((kind) => `${kind} ${signOf(numbers, left, kind)}`);
    return [{ a, b, n: layer.n }];
  });
}
