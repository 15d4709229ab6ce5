/**
 * Whether a graph holds together: no piece of it falls apart where edges of less than some weight are taken away. By
 * M. Stoer and F. Wagner, A Simple Min-Cut Algorithm, Journal of the ACM 44(4), 1997: the last node of an order in which
 * each next one is tied most to those before it is cut off by as little as parts it from the one before; then the two
 * are one.
 */

/** Between two nodes, of a weight above nought. More than one between the same two add up. */
export interface Edge {
  a: string;
  b: string;
  n: number;
}

/** @returns false: some piece falls apart by less than `least`. Pieces that are apart already are looked at each alone. */
export function holdsTogether(edges: readonly Edge[], least: number): boolean {
  const graph = graphOf(edges);
  for (let [start] = graph.keys(); start !== undefined; [start] = graph.keys()) {
    const { before, last, weight } = lastOfOrder(graph, start);
    if (before === null) {
      graph.delete(last);
      continue;
    }
    if (weight < least) return false;
    for (const [to, n] of graph.get(last) ?? []) {
      graph.get(to)?.delete(last);
      if (to !== before) tie(graph, before, to, n);
    }
    graph.delete(last);
  }
  return true;
}

type Graph = Map<string, Map<string, number>>;

function graphOf(edges: readonly Edge[]): Graph {
  const graph: Graph = new Map();
  for (const { a, b, n } of edges) {
    for (const node of [a, b]) if (!graph.has(node)) graph.set(node, new Map());
    if (a !== b) tie(graph, a, b, n);
  }
  return graph;
}

function tie(graph: Graph, a: string, b: string, n: number): void {
  graph.get(a)?.set(b, (graph.get(a)?.get(b) ?? 0) + n);
  graph.get(b)?.set(a, (graph.get(b)?.get(a) ?? 0) + n);
}

/** @returns `before` null: it is alone */
function lastOfOrder(graph: Graph, start: string): { before: string | null; last: string; weight: number } {
  const seen = new Set([start]);
  const near = new Map(graph.get(start));
  let [before, last, weight]: [string | null, string, number] = [null, start, 0];
  while (near.size > 0) {
    const [next] = [...near].reduce((most, one) => (one[1] > most[1] ? one : most));
    [before, last, weight] = [last, next, near.get(next) ?? 0];
    near.delete(next);
    seen.add(next);
    for (const [to, n] of graph.get(next) ?? []) if (!seen.has(to)) near.set(to, (near.get(to) ?? 0) + n);
  }
  return { before, last, weight };
}
