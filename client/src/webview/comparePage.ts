// The script of the page with a comparison: a table, the user's own words first.
import type { ComparePage, FromComparePage, ToComparePage } from "../comparePage.ts";
import { make } from "./parts/make.ts";

declare function acquireVsCodeApi(): { postMessage(message: FromComparePage): void };

const vscode = acquireVsCodeApi();

window.addEventListener("message", ({ data }: MessageEvent<ToComparePage>) => show(data.page));
document.addEventListener("keydown", ({ key }) => {
  if (key === "Escape") {
    vscode.postMessage({ type: "close" });
  }
});
vscode.postMessage({ type: "ready" });

function show(page: ComparePage): void {
  const { comparison, language } = page;
  document.documentElement.lang = language;
  const scroll = make("div", "scroll");
  // What scrolls must be reached by keyboard.
  scroll.tabIndex = 0;
  scroll.setAttribute("role", "region");
  scroll.setAttribute("aria-label", comparison.title);
  scroll.append(table(page));
  document.getElementById("compare")?.replaceChildren(make("h1", "title", comparison.title), scroll, sources(page));
  scroll.focus();
  vscode.postMessage({ type: "drawn", columns: comparison.columns, rows: comparison.rows.length });
}

function table(page: ComparePage): HTMLElement {
  const { columns, rows, own } = page.comparison;
  const made = make("table", "table");
  const head = make("thead", "");
  const names = make("tr", "");
  names.append(make("td", ""), ...columns.map((column) => header(column, "col")));
  head.append(names);
  const body = make("tbody", "");
  if (own.some((note) => note !== null)) {
    const line = make("tr", "own");
    line.append(header(page.own, "row"), ...own.map((note, index) => ownCell(page, note?.text, index)));
    body.append(line);
  }
  for (const { name, cells } of rows) {
    const line = make("tr", "");
    line.append(header(name, "row"), ...cells.map((cell) => make("td", "", cell)));
    body.append(line);
  }
  made.append(head, body);
  return made;
}

function header(text: string, scope: "col" | "row"): HTMLElement {
  const made = make("th", "", text);
  made.scope = scope;
  return made;
}

function ownCell({ open }: ComparePage, text: string | undefined, index: number): HTMLElement {
  const cell = make("td", "");
  if (text !== undefined) {
    const button = make("button", "link", open);
    button.type = "button";
    button.addEventListener("click", () => vscode.postMessage({ type: "note", index }));
    cell.append(make("p", "text", text), button);
  }
  return cell;
}

function sources(page: ComparePage): HTMLElement {
  const made = make("p", "sources", `${page.sources} `);
  for (const [index, source] of page.comparison.sources.entries()) {
    const button = make("button", "link", source.replace(/^https:\/\//, ""));
    button.type = "button";
    button.addEventListener("click", () => vscode.postMessage({ type: "source", index }));
    made.append(button, " ");
  }
  return made;
}
