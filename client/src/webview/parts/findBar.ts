import { make, pressable } from "./make.ts";

export interface FindWords {
  readonly find: string;
  readonly findNext: string;
  readonly findPrevious: string;
  readonly close: string;
  readonly noMatches: string;
}

/** More are not marked. */
const MAX_FOUND = 1000;

/** Searches what the page shows, as the editor's find widget does: Enter, Shift+Enter, Escape. */
export class FindBar {
  readonly #within: HTMLElement;
  readonly #input = make("input", "find-input", { type: "text" });
  readonly #count = make("span", "find-count", { role: "status" });
  readonly #bar = make("div", "find", { role: "search" });
  #words: FindWords | undefined;
  #matches: Range[] = [];
  #at = 0;
  /** The element that had the keyboard focus. */
  #before: Element | null = null;

  constructor(within: HTMLElement) {
    this.#within = within;
    this.#bar.hidden = true;
    this.#input.addEventListener("input", () => this.#search());
    this.#bar.addEventListener("keydown", (event) => this.#pressed(event));
    within.before(this.#bar);
  }

  open(words: FindWords): void {
    this.#words = words;
    const { find, findPrevious, findNext, close } = words;
    this.#input.placeholder = find;
    this.#input.setAttribute("aria-label", find);
    this.#bar.replaceChildren(
      this.#input,
      this.#count,
      button("↑", findPrevious, () => this.#go(-1)),
      button("↓", findNext, () => this.#go(1)),
      button("×", close, () => this.close()),
    );
    if (this.#bar.hidden) this.#before = document.activeElement;
    this.#bar.hidden = false;
    this.#input.focus();
    this.#input.select();
    this.#search();
  }

  close(): void {
    this.#bar.hidden = true;
    this.#matches = [];
    this.#mark();
    if (this.#before instanceof HTMLElement) this.#before.focus();
  }

  /** To be called when the page has changed. */
  refresh(): void {
    if (!this.#bar.hidden) this.#search();
  }

  #pressed(event: KeyboardEvent): void {
    if (event.key === "Escape") {
      this.close();
    } else if (event.key === "Enter" && event.target === this.#input) {
      this.#go(event.shiftKey ? -1 : 1);
    }
  }

  #search(): void {
    this.#matches = findRanges(this.#within, this.#input.value.toLowerCase());
    this.#at = 0;
    this.#mark();
  }

  #go(step: -1 | 1): void {
    const { length } = this.#matches;
    this.#at = length === 0 ? 0 : (this.#at + step + length) % length;
    this.#mark();
  }

  #mark(): void {
    const current = this.#matches[this.#at];
    const { length } = this.#matches;
    const none = this.#input.value === "" ? "" : (this.#words?.noMatches ?? "");
    this.#count.textContent = length === 0 ? none : `${this.#at + 1} / ${length}`;
    CSS.highlights.set("found", new Highlight(...this.#matches));
    CSS.highlights.set("current", new Highlight(...(current ? [current] : [])));
    const folded = current?.startContainer.parentElement?.closest("details");
    if (folded) folded.open = true;
    current?.startContainer.parentElement?.scrollIntoView({ block: "nearest" });
  }
}

/** The ranges of a text, whatever the case of its letters, within single text nodes or over several of one line. */
function findRanges(within: HTMLElement, wanted: string): Range[] {
  if (wanted === "") return [];
  const { nodes, text } = collectText(within);
  const found: Range[] = [];
  for (
    let at = text.indexOf(wanted);
    at >= 0 && found.length < MAX_FOUND;
    at = text.indexOf(wanted, at + wanted.length)
  ) {
    const range = document.createRange();
    const [start, end] = [pieceAt(nodes, at), pieceAt(nodes, at + wanted.length - 1)];
    if (start && end) {
      range.setStart(start.node, at - start.offset);
      range.setEnd(end.node, at + wanted.length - end.offset);
      found.push(range);
    }
  }
  return found;
}

interface Piece {
  readonly node: Node;
  readonly offset: number;
}

/** All text in lower case; as written if its length would change. */
function collectText(within: HTMLElement): { readonly nodes: readonly Piece[]; readonly text: string } {
  const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
  const nodes: Piece[] = [];
  let text = "";
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const written = node.nodeValue ?? "";
    const small = written.toLowerCase();
    nodes.push({ node, offset: text.length });
    text += small.length === written.length ? small : written;
  }
  return { nodes, text };
}

function pieceAt(nodes: readonly Piece[], at: number): Piece | undefined {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((nodes[middle]?.offset ?? 0) <= at) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return nodes[low - 1];
}

function button(sign: string, label: string, run: () => void): HTMLButtonElement {
  return pressable("find-button", sign, run, { title: label, "aria-label": label });
}
