import type { GraphBox, GraphLine } from "../../../../server/src/protocol/template.ts";
import { makeSvg } from "./make.ts";

/** A line of a graph, with an arrow's head at its end. */
export function lineElement(line: GraphLine, boxes: readonly GraphBox[]): SVGElement {
  const path = makeSvg("path", {
    class: `line${line.isOrder ? " order" : ""}`,
    d: line.path === "" ? straight(line, boxes) : line.path,
    "marker-end": "url(#head)",
  });
  path.dataset["from"] = String(line.from);
  path.dataset["to"] = String(line.to);
  return path;
}

/** A line that was not laid out. */
function straight({ from, to }: GraphLine, boxes: readonly GraphBox[]): string {
  const [one, other] = [boxes[from], boxes[to]];
  if (!one || !other) return "";
  const [x, y] = [one.x, one.y + one.height / 2];
  const [endX, endY] = [other.x + other.width, other.y + other.height / 2];
  const middle = (x + endX) / 2;
  return `M${x} ${y}C${middle} ${y} ${middle} ${endY} ${endX} ${endY}`;
}

/** The marker definition that such lines need. */
export function arrowHead(): SVGElement {
  const size = { viewBox: "0 0 8 8", refX: "7", refY: "4", markerWidth: "7", markerHeight: "7", orient: "auto" };
  const tip = makeSvg("path", { d: "M0 0L8 4L0 8z", class: "head" });
  return makeSvg("defs", {}, makeSvg("marker", { id: "head", ...size }, tip));
}

/** The indexes of the boxes that a box refers to, or that refer to it. */
export function neighbours(index: number, lines: readonly GraphLine[], side: "from" | "to"): number[] {
  return side === "to"
    ? lines.filter(({ from }) => from === index).map(({ to }) => to)
    : lines.filter(({ to }) => to === index).map(({ from }) => from);
}
