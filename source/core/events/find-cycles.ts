import type {Path} from './path-problem.js';

/** `from` points to `to`; `path` is where that is written. */
export type Edge = {readonly from: string; readonly to: string; readonly path: Path};

/**
Names once round, the first one again at the end, `…` for those beyond six; `path` is the edge that
closes it.
*/
export type Cycle = {readonly path: Path; readonly circle: readonly string[]};

const MOST_NAMED = 6;

/**
Find circles in a directed graph.

@param edges - n edges, in any order.
@returns a circle for each edge that leads back to a node it was reached from; empty exactly when
the graph has none. Takes time and memory in proportion to n, and no depth of the stack.
Source: depth-first search with three colours, Cormen et al. 2009, section 22.3.
*/
export function findCycles(edges: readonly Edge[]): Cycle[] {
  const out = new Map<string, Edge[]>();
  for (const edge of edges) {
    const known = out.get(edge.from);
    if (known === undefined) {
      out.set(edge.from, [edge]);
    } else {
      known.push(edge);
    }
  }
  const cycles: Cycle[] = [];
  const done = new Set<string>();
  for (const root of out.keys()) {
    const way: {readonly node: string; next: number}[] = [];
    const depths = new Map<string, number>();
    const enter = (node: string): void => {
      depths.set(node, way.length);
      way.push({node, next: 0});
    };
    if (!done.has(root)) {
      enter(root);
    }
    for (let top = way.at(-1); top !== undefined; top = way.at(-1)) {
      const edge = out.get(top.node)?.[top.next++];
      const depth = edge === undefined ? undefined : depths.get(edge.to);
      if (edge === undefined) {
        done.add(top.node);
        depths.delete(top.node);
        way.pop();
      } else if (depth !== undefined) {
        const circle = way.slice(depth, depth + MOST_NAMED).map(({node}) => node);
        const rest = way.length - depth > MOST_NAMED ? ['…'] : [];
        cycles.push({path: edge.path, circle: [...circle, ...rest, edge.to]});
      } else if (!done.has(edge.to)) {
        enter(edge.to);
      }
    }
  }
  return cycles;
}
