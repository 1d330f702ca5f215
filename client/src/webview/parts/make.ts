/** Attributes of an element by name; one without a value is left out. */
type Attributes = Readonly<Record<string, string | undefined>>;

/** A new element with a class, and with its attributes, elements and texts; markup in a text stays text. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  ...parts: readonly (Attributes | Node | string | undefined)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.className = className;
  for (const part of parts) {
    if (typeof part === "string" || part instanceof Node) made.append(...(part === "" ? [] : [part]));
    else
      for (const [attribute, value] of Object.entries(part ?? {}))
        if (value !== undefined) made.setAttribute(attribute, value);
  }
  return made;
}

/** A new element of a drawing. */
export function makeSvg<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Attributes,
  ...children: readonly SVGElement[]
): SVGElementTagNameMap[Name] {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [attribute, value] of Object.entries(attributes))
    if (value !== undefined) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}

/** A new button. */
export function pressable(look: string, title: string, action: () => void, more: Attributes = {}): HTMLButtonElement {
  const made = make("button", look, { type: "button", ...more }, title);
  made.addEventListener("click", action);
  return made;
}

/** A new list to choose from, which reports the chosen value. */
export function chooser(
  label: string,
  options: readonly { readonly value: string; readonly label: string; readonly disabled?: boolean }[],
  chosen: string,
  tell: (value: string) => void,
): HTMLSelectElement {
  const made = make("select", "chooser", { id: "chooser", "aria-label": label });
  for (const { value, label: text, disabled = false } of options) {
    const option = make("option", "", { value }, text);
    option.selected = value === chosen;
    option.disabled = disabled;
    made.append(option);
  }
  made.addEventListener("change", () => tell(made.value));
  return made;
}

/** An element of the page's HTML. */
export function elementOf(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no element ${id}.`);
  return found;
}

/** Moves the focus along links by the arrow keys, Home and End. */
export function moveByArrow(event: KeyboardEvent, links: readonly HTMLElement[]): void {
  const at = links.findIndex(({ id }) => id === document.activeElement?.id);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key];
  const next = to === undefined ? undefined : links[to];
  if (next) {
    event.preventDefault();
    next.focus();
  }
}
