import { make } from "./make.ts";

/** A button with the key that does the same; without a key it shows none. */
export function keyButton(title: string, key: string, action: () => void): HTMLButtonElement {
  const made = make("button", "button", title);
  made.type = "button";
  if (key !== "") {
    const shown = make("kbd", "key", key);
    shown.setAttribute("aria-hidden", "true");
    made.setAttribute("aria-keyshortcuts", key);
    made.append(shown);
  }
  made.addEventListener("click", action);
  return made;
}
