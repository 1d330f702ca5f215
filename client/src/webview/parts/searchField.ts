import { make } from "./make.ts";

/** A field that finds things of a page by their names; `/` and Ctrl+F focus it, Enter goes to the first, N to the next. */
export interface SearchField {
  readonly elements: readonly HTMLElement[];
  /** The text that is searched for. */
  value: string;
  /** Marks what is found; to be called when the page shows something else. */
  mark(goes?: boolean): void;
}

/**
 * @param items what can be found; each takes the focus
 * @param around gets a class while something is searched for
 */
export function searchField(
  words: { readonly find: string; readonly found: string },
  items: () => readonly HTMLElement[],
  around: HTMLElement,
): SearchField {
  const field = make("input", "search", { id: "search", type: "search", "aria-label": words.find });
  field.placeholder = words.find;
  const count = make("span", "count", { role: "status" });
  const mark = (goes = false): void => {
    const wanted = field.value.trim().toLowerCase();
    let first: HTMLElement | undefined;
    let found = 0;
    for (const one of items()) {
      const isFound = wanted !== "" && (one.querySelector(".title")?.textContent ?? "").toLowerCase().includes(wanted);
      one.classList.toggle("found", isFound);
      if (isFound) {
        first ??= one;
        found++;
      }
    }
    around.classList.toggle("searched", wanted !== "");
    count.textContent = wanted === "" ? "" : words.found.replace("{}", String(found));
    if (goes) first?.scrollIntoView({ block: "center", inline: "center" });
  };
  const next = (step: number): void => {
    const found = items().filter((one) => one.classList.contains("found"));
    const at = found.findIndex(({ id }) => id === document.activeElement?.id);
    found[(Math.max(at, 0) + (at < 0 ? 0 : step) + found.length) % Math.max(found.length, 1)]?.focus();
  };
  field.addEventListener("input", () => mark(true));
  const pressed = (event: KeyboardEvent): void => {
    if (!field.isConnected) {
      document.removeEventListener("keydown", pressed);
      return;
    }
    const { key, target, ctrlKey, metaKey } = event;
    const isTyping = target === field;
    if (isTyping && (key === "Enter" || key === "ArrowDown")) next(0);
    else if (isTyping && key === "Escape") {
      field.value = "";
      mark();
    } else if (!isTyping && (key === "/" || (key === "f" && (ctrlKey || metaKey)))) field.focus();
    else if (!isTyping && !ctrlKey && !metaKey && (key === "n" || key === "N")) next(key === "n" ? 1 : -1);
    else return;
    event.preventDefault();
  };
  document.addEventListener("keydown", pressed);
  return {
    elements: [field, count],
    get value() {
      return field.value;
    },
    set value(text) {
      field.value = text;
    },
    mark,
  };
}
