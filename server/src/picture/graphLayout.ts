import { Graph, layout } from "@dagrejs/dagre";
import { targetsFirst } from "./stackGraph.ts";

/** The input of the layout: boxes by their sizes, and lines between them by index. */
export interface LayoutInput {
  readonly boxes: readonly { readonly width: number; readonly height: number }[];
  /** `to` comes to stand on the left of `from`. */
  readonly lines: readonly { readonly from: number; readonly to: number }[];
}

/** In pixels. Corners are those at the top left; points lead from `from` to `to`, x and y in turn. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly corners: readonly { readonly x: number; readonly y: number }[];
  readonly points: readonly (readonly number[])[];
}

const GAP = 16;
const BETWEEN_COLUMNS = 56;
/** Between what is not connected. */
const BETWEEN_PARTS = 32;
/** The width of the whole for its height, if there is a choice. */
const ASPECT = 1.6;

/** A connected part of a picture, laid out by itself. */
interface Part {
  readonly members: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly corners: ReadonlyMap<number, { readonly x: number; readonly y: number }>;
  readonly points: ReadonlyMap<number, readonly number[]>;
}

/** Columns that lines pass take time, each; if there are too many, the longest lines are left out. */
const MAX_PASSED = 1500;
const MAX_LINES = 1000;

/** The lines that can be laid out in reasonable time, by index: the shortest. */
export function layableLines({ boxes, lines }: LayoutInput): readonly number[] {
  const targets: number[][] = boxes.map(() => []);
  for (const { from, to } of lines) targets[from]?.push(to);
  const columns: number[] = [];
  for (const box of targetsFirst(targets))
    columns[box] = 1 + (targets[box] ?? []).reduce((last, target) => Math.max(last, columns[target] ?? -1), -1);
  const passed = lines.map(({ from, to }) => Math.abs((columns[from] ?? 0) - (columns[to] ?? 0)));
  const kept = [...lines.keys()].sort((a, b) => (passed[a] ?? 0) - (passed[b] ?? 0)).slice(0, MAX_LINES);
  let sum = 0;
  return kept.filter((line) => {
    sum += passed[line] ?? 0;
    return sum <= MAX_PASSED;
  });
}

/** Lays out as {@link graphLayout} does, and keeps the last one: most edits change no reference. */
export function latestLayout(): (input: LayoutInput) => Generator<void, Layout> {
  let known: { readonly key: string; readonly layout: Layout } | undefined;
  return function* (input) {
    const key = JSON.stringify([input.boxes.map(({ width, height }) => [width, height]), input.lines]);
    if (known?.key !== key) known = { key, layout: yield* graphLayout(input) };
    return known.layout;
  };
}

/** Lays a graph out from left to right, part by part: between these, others may have their turn. */
export function* graphLayout(input: LayoutInput): Generator<void, Layout> {
  const parts: Part[] = [];
  for (const { members, lines } of connected(input)) {
    parts.push(members.length === 1 ? single(members[0] ?? 0, input) : layered(members, lines, input));
    yield;
  }
  return packed(parts, input);
}

function layered(members: readonly number[], lines: readonly number[], input: LayoutInput): Part {
  const graph = new Graph();
  graph.setGraph({ rankdir: "LR", ranker: "tight-tree", nodesep: GAP, ranksep: BETWEEN_COLUMNS });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const member of members) graph.setNode(String(member), { ...input.boxes[member] });
  for (const line of lines) {
    const { from = 0, to = 0 } = input.lines[line] ?? {};
    graph.setEdge(String(to), String(from));
  }
  layout(graph);
  const corners = new Map(
    members.map((member) => {
      const { x = 0, y = 0, width = 0, height = 0 } = graph.node(String(member));
      return [member, { x: x - width / 2, y: y - height / 2 }];
    }),
  );
  const points = new Map(
    lines.map((line) => {
      const { from = 0, to = 0 } = input.lines[line] ?? {};
      const bends: readonly { readonly x: number; readonly y: number }[] =
        graph.edge(String(to), String(from)).points ?? [];
      // The first and the last one are at the middle of a side, which makes them easy to follow.
      const [start, end] = [corners.get(from), corners.get(to)];
      const [one, other] = [input.boxes[from], input.boxes[to]];
      if (!start || !end || !one || !other) return [line, []];
      const between = bends
        .slice(1, -1)
        .toReversed()
        .flatMap(({ x, y }) => [x, y]);
      const [y, endY] = [start.y + one.height / 2, end.y + other.height / 2];
      return [line, [start.x, y, ...(bends.length > 3 ? between : []), end.x + other.width, endY]];
    }),
  );
  const { width = 0, height = 0 } = graph.graph();
  return { members, width, height, corners, points };
}

function single(member: number, { boxes }: LayoutInput): Part {
  const { width = 0, height = 0 } = boxes[member] ?? {};
  return { members: [member], width, height, corners: new Map([[member, { x: 0, y: 0 }]]), points: new Map() };
}

/** The parts below each other, the largest first; beside each other as far as there is room. */
function packed(parts: readonly Part[], { boxes, lines }: LayoutInput): Layout {
  const area = parts.reduce((sum, { width, height }) => sum + (width + GAP) * (height + GAP), 0);
  const widest = Math.max(0, ...parts.map(({ width }) => width));
  const room = Math.max(widest, Math.sqrt(area * ASPECT));
  const corners = boxes.map(() => ({ x: 0, y: 0 }));
  const points: (readonly number[])[] = lines.map(() => []);
  let [left, top, height, width] = [0, 0, 0, 0];
  for (const part of [...parts].sort((a, b) => b.members.length - a.members.length || b.height - a.height)) {
    const gap = part.members.length === 1 ? GAP : BETWEEN_PARTS;
    if (left > 0 && left + part.width > room) {
      top += height + gap;
      left = height = 0;
    }
    for (const [member, { x, y }] of part.corners) corners[member] = { x: round(x + left), y: round(y + top) };
    const [dx, dy] = [left, top];
    for (const [line, found] of part.points)
      points[line] = found.map((value, at) => round(value + (at % 2 === 0 ? dx : dy)));
    left += part.width + gap;
    width = Math.max(width, left - gap);
    height = Math.max(height, part.height);
  }
  return { width: round(width), height: round(top + height), corners, points };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function connected({
  boxes,
  lines,
}: LayoutInput): readonly { readonly members: readonly number[]; readonly lines: readonly number[] }[] {
  const partOf = new Int32Array(boxes.length).fill(-1);
  const around: number[][] = boxes.map(() => []);
  for (const { from, to } of lines) {
    around[from]?.push(to);
    around[to]?.push(from);
  }
  const parts: { members: number[]; lines: number[] }[] = [];
  for (let root = 0; root < boxes.length; root++) {
    if (partOf[root] !== -1) continue;
    const members = [root];
    partOf[root] = parts.length;
    for (let at = 0; at < members.length; at++)
      for (const next of around[members[at] ?? 0] ?? [])
        if (partOf[next] === -1) {
          partOf[next] = parts.length;
          members.push(next);
        }
    parts.push({ members, lines: [] });
  }
  for (const [line, { from }] of lines.entries()) parts[partOf[from] ?? 0]?.lines.push(line);
  return parts;
}
