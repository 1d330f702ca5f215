import { make, pressable } from "./make.ts";

/** A button with the key that does the same; without a key it shows none. */
export function keyButton(title: string, key: string, action: () => void): HTMLButtonElement {
  const made = pressable("button", title, action, key === "" ? {} : { "aria-keyshortcuts": key });
  if (key !== "") made.append(make("kbd", "key", { "aria-hidden": "true" }, key));
  return made;
}
