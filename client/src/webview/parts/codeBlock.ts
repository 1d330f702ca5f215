import { coloured } from "./colours.ts";
import { make, pressable } from "./make.ts";

export interface CodeWords {
  readonly copy: string;
  readonly copied: string;
}

/** Gives a `pre` with code its colours, its file's name (Zenn's `yaml:file.yaml`) and a button that copies it. */
export function dressCode(pre: HTMLElement, { copy, copied }: CodeWords, copyText: (text: string) => void): void {
  const code = pre.querySelector("code");
  const [language = "", name = ""] = infoOf(code).split(/:(.*)/s);
  if (code) code.replaceChildren(...coloured(code.textContent ?? "", language));
  const button = pressable("copy", copy, () => {
    copyText(code?.textContent ?? pre.textContent ?? "");
    button.textContent = copied;
    setTimeout(() => {
      button.textContent = copy;
    }, COPIED_MS);
  });
  const block = make("div", "code", make("div", "code-head", make("span", "file", name), button));
  pre.replaceWith(block);
  block.append(pre);
}

const COPIED_MS = 1500;

function infoOf(code: Element | null): string {
  const name = [...(code?.classList ?? [])].find((one) => one.startsWith("language-")) ?? "";
  return name.slice("language-".length);
}
