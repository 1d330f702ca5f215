import { make } from "./make.ts";

let said: HTMLElement | undefined;

/** Tells a text to whoever hears the page; what it told last it does not tell again. */
export function announce(text: string): void {
  said ??= document.body.appendChild(make("div", "visually-hidden", { role: "status" }));
  if (said.textContent !== text) said.textContent = text;
}
