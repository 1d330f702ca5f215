import { make, pressable } from "./make.ts";

/** A button that shows the key which does the same, if there is one. */
export function keyButton(title: string, key: string, action: () => void): HTMLButtonElement {
  const made = pressable("button", title, action, key === "" ? {} : { "aria-keyshortcuts": key });
  if (key !== "") made.append(make("kbd", "key", { "aria-hidden": "true" }, key));
  return made;
}
