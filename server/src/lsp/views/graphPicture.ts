import type { TextDocument } from "vscode-languageserver-textdocument";
import type { ResourceChange } from "../../change/resourceState.ts";
import { type Severity, severityOf } from "../../change/telling.ts";
import { type latestLayout, layableLines } from "../../picture/graphLayout.ts";
import { graphMermaid, graphSvg, linePath } from "../../picture/graphText.ts";
import { aroundService, partOf, type ServiceGroup, serviceGroups } from "../../picture/serviceGroups.ts";
import type { GraphNode, StackGraph } from "../../picture/stackGraph.ts";
import type { GraphBox, GraphLine, TemplateGraph } from "../../protocol/template.ts";
import type { Span } from "../../text/span.ts";
import { visible } from "../../text/visible.ts";
import { rangeOf } from "../documents/documents.ts";
import { effectOf } from "./effectOf.ts";

/** A picture with more would be of no use; and they are laid out in less than a second. */
const MAX_BOXES = 600;

/** What a change does, by logical id. */
type Effects = ReadonlyMap<string, { readonly effect: string; readonly severity: Severity }>;

export function changesById(changes: readonly ResourceChange[], language: "en" | "ja"): Effects {
  return new Map(changes.map((one) => [one.id, { effect: effectOf(one, language), severity: severityOf(one) }]));
}

interface GraphQuestion {
  readonly graph: StackGraph;
  readonly changes: Effects;
  readonly document: TextDocument;
  readonly service: string;
  readonly as: "svg" | "mermaid" | undefined;
  readonly layoutOf: ReturnType<typeof latestLayout>;
}

type Sized = Omit<GraphBox, "x" | "y">;
type Line = Omit<GraphLine, "path"> & { readonly isImplied: boolean };

/** A graph in the protocol's form: all of it, one service of it, or services in place of too many resources. */
export function* graphAnswer({
  graph,
  changes,
  document,
  service,
  as,
  layoutOf,
}: GraphQuestion): Generator<void, TemplateGraph> {
  const { groups, edges } = serviceGroups(graph);
  const isKnown = groups.some(({ name }) => name === service);
  const chosen = isKnown ? aroundService(graph, service) : graph;
  const isGrouped = !isKnown && chosen.nodes.length > MAX_BOXES;
  const shown = chosen.nodes.length > MAX_BOXES ? partOf(chosen, new Set(Array(MAX_BOXES).keys())) : chosen;
  const boxes = isGrouped ? groups.map((group) => groupBox(group, changes)) : shown.nodes.map((node) => nodeBox(node));
  const lines = isGrouped
    ? edges.map(({ from, to, count }): Line => ({ from, to, label: String(count), isOrder: false, isImplied: false }))
    : shown.edges.map(
        ({ from, to, via, isImplied }): Line => ({
          from,
          to,
          label: via.join(", "),
          isOrder: via.every((one) => one === "DependsOn"),
          isImplied,
        }),
      );
  const said = lines.flatMap((line, index) => (line.isImplied ? [] : { ...line, index }));
  const drawn = layableLines({ boxes, lines: said }).flatMap((at) => said[at]?.index ?? []);
  const kept = drawn.flatMap((index) => lines[index] ?? []).map(({ from, to }) => ({ from, to }));
  const layout = yield* layoutOf({ boxes, lines: kept });
  const pointsOf = new Map(drawn.map((index, at) => [index, layout.points[at] ?? []]));
  const { width, height } = layout;
  const picture = {
    width,
    height,
    boxes: boxes.map((box, index) => ({ ...box, x: 0, y: 0, ...layout.corners[index] })),
    lines: lines.map(({ from, to, label, isOrder }, index) => ({
      from,
      to,
      label,
      isOrder,
      path: linePath(pointsOf.get(index) ?? []),
    })),
  };
  return {
    ...picture,
    service: isKnown ? service : "",
    isGrouped,
    services: groups.map(({ name, members }) => ({ name: visible(name), count: members.length })),
    leftOut: isGrouped ? 0 : chosen.nodes.length - shown.nodes.length,
    ...(as !== undefined && { text: pictureText(picture, as) }),
  };

  function nodeBox({ id, type, span, entry }: GraphNode): Sized {
    const [title, detail] = [visible(id), visible(type)];
    const range = (place: Span): ReturnType<typeof rangeOf> => rangeOf(document, place);
    return { title, detail, ...sizeOf(title, detail), ...changes.get(id), range: range(span), entry: range(entry) };
  }
}

function groupBox({ name, members }: ServiceGroup, changes: Effects): Sized {
  const title = visible(name);
  const first = members.map(({ id }) => changes.get(id)).find((one) => one !== undefined);
  return { title, detail: String(members.length), service: title, ...sizeOf(title, ""), ...first };
}

function pictureText(
  picture: Pick<TemplateGraph, "width" | "height" | "boxes" | "lines">,
  as: "svg" | "mermaid",
): string {
  const boxes = picture.boxes.map((box) => ({ ...box, isChanged: box.severity !== undefined }));
  if (as === "svg") return graphSvg({ ...picture, boxes });
  return graphMermaid(
    boxes,
    picture.lines.filter(({ path }) => path !== ""),
  );
}

/** In pixels, for texts of 13 and 11 pixels; longer ones end with an ellipsis. */
function sizeOf(title: string, detail: string): { readonly width: number; readonly height: number } {
  const wanted = Math.max(title.length * 9, detail.length * 7) + 24;
  return { width: Math.round(Math.min(Math.max(wanted, 110), 280)), height: 42 };
}
