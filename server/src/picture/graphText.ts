/** A picture as it is drawn: boxes with their corners, and lines between them. */
export interface DrawnGraph {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly {
    readonly title: string;
    readonly detail: string;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly isChanged: boolean;
  }[];
  readonly lines: readonly {
    readonly from: number;
    readonly to: number;
    /** An SVG path; empty if it is not drawn. */
    readonly path: string;
    /** Whether it is not more than an order. */
    readonly isOrder: boolean;
  }[];
}

/** A picture as an SVG file, for light and dark pages. */
export function graphSvg({ width, height, boxes, lines }: DrawnGraph): string {
  const frame = [-MARGIN, -MARGIN, width + 2 * MARGIN, height + 2 * MARGIN].map(Math.round).join(" ");
  const paths = lines
    .filter(({ path }) => path !== "")
    .map(({ path, isOrder }) => `<path class="${isOrder ? "order" : "line"}" d="${path}" marker-end="url(#head)"/>`);
  const rects = boxes.map(({ title, detail, x, y, width: wide, height: high, isChanged }) =>
    [
      `<g${isChanged ? ' class="changed"' : ""} transform="translate(${x} ${y})"><title>${xml(`${title} ${detail}`)}</title>`,
      `<rect width="${wide}" height="${high}" rx="4"/>`,
      `<text x="10" y="17" class="title">${xml(cut(title, wide / TITLE_WIDTH))}</text>`,
      `<text x="10" y="33" class="detail">${xml(cut(detail, wide / DETAIL_WIDTH))}</text></g>`,
    ].join(""),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${frame}" width="${Math.round(width) + 2 * MARGIN}" height="${Math.round(height) + 2 * MARGIN}">`,
    `<style>${STYLE}</style>`,
    '<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0L8 4L0 8z" class="head"/></marker></defs>',
    ...paths,
    ...rects,
    "</svg>\n",
  ].join("\n");
}

const MARGIN = 16;
/** The usual width of a letter. */
const TITLE_WIDTH = 7.6;
const DETAIL_WIDTH = 6.4;

const STYLE = [
  "text{font-family:system-ui,sans-serif;fill:#24292f}.title{font-size:13px;font-weight:600}.detail{font-size:11px;fill:#57606a}",
  "rect{fill:#fff;stroke:#8c959f}.line,.order{fill:none;stroke:#8c959f}.order{stroke-dasharray:4 3}.head{fill:#8c959f}",
  ".changed rect{stroke:#bf8700;stroke-width:2.5}",
  "@media(prefers-color-scheme:dark){text{fill:#e6edf3}.detail{fill:#9198a1}rect{fill:#161b22;stroke:#6e7681}}",
].join("");

/** A path through points (x and y in turn), which leaves and enters each of them horizontally. */
export function linePath(points: readonly number[]): string {
  let [x = 0, y = 0] = points;
  let path = points.length === 0 ? "" : `M${x} ${y}`;
  for (let at = 2; at < points.length; at += 2) {
    const [nextX = 0, nextY = 0] = points.slice(at, at + 2);
    const middle = (x + nextX) / 2;
    path += `C${middle} ${y} ${middle} ${nextY} ${nextX} ${nextY}`;
    [x, y] = [nextX, nextY];
  }
  return path;
}

function cut(text: string, letters: number): string {
  const [most, signs] = [Math.floor(letters) - 2, [...text]];
  return signs.length <= most ? text : `${signs.slice(0, most - 1).join("")}…`;
}

function xml(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "�")
    .replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A picture as Mermaid draws it, in GitHub's Markdown among others. */
export function graphMermaid(
  boxes: readonly Pick<DrawnGraph["boxes"][number], "title" | "detail" | "isChanged">[],
  lines: readonly Omit<DrawnGraph["lines"][number], "path">[],
): string {
  const changed = boxes.flatMap(({ isChanged }, index) => (isChanged ? [`n${index}`] : []));
  return [
    "flowchart RL",
    ...boxes.map(({ title, detail }, index) => `  n${index}["${mermaid(title)}<br/>${mermaid(detail)}"]`),
    ...lines.map(({ from, to, isOrder }) => `  n${from} ${isOrder ? "-.->" : "-->"} n${to}`),
    ...(changed.length === 0 ? [] : ["  classDef changed stroke-width:3px", `  class ${changed.join(",")} changed`]),
    "",
  ].join("\n");
}

/** Letters, digits and what a name is joined by stay; everything else is written by its number, which is no syntax. */
function mermaid(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N} _.:,()→-]/gu, (sign) => `#${sign.codePointAt(0)};`);
}
