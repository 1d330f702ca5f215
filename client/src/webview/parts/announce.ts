import { make } from "./make.ts";

let said: HTMLElement | undefined;

/** Has screen readers announce a text, unless it is the one they announced last. */
export function announce(text: string): void {
  said ??= document.body.appendChild(make("div", "visually-hidden", { role: "status" }));
  if (said.textContent !== text) said.textContent = text;
}
