import { fitsGlob } from "../../text/glob.ts";
import { uriSteps } from "./markdown/uriPath.ts";

/** The templates that notes say they are about, in front matter or a marker: `templates: orders/*.yaml`, `stack: orders-prod`. */
export interface AboutTemplates {
  /** Paths, or their ends; `*` stands for anything. */
  readonly templates: readonly string[];
  readonly stacks: readonly string[];
}

/** The keys of front matter, and the beginnings of markers. */
export const ABOUT_KEYS = ["templates", "stack", "stacks"] as const;

const MARK = /^(templates|stacks?):(?!:)\s*(.*)$/s;

/** The statement of a marker on templates; `undefined` for one that names a place. */
export function readAbout(mark: string): { readonly kind: keyof AboutTemplates; readonly text: string } | undefined {
  const [, key, text = ""] = MARK.exec(mark) ?? [];
  return key === undefined ? undefined : { kind: key === "templates" ? "templates" : "stacks", text: text.trim() };
}

/**
 * Whether notes with such a statement are about the template of a URI.
 *
 * @param stacksOf gives the stacks that are known to be deployed from it
 */
export function isAbout(
  { templates, stacks }: AboutTemplates,
  uri: string,
  stacksOf?: (uri: string) => readonly string[],
): boolean {
  const steps = uriSteps(uri);
  if (templates.some((pattern) => fitsPath(steps, pattern))) return true;
  if (stacks.some((stack) => isStackOf(stack, steps))) return true;
  return stacks.length > 0 && stacksOf !== undefined && stacksOf(uri).some((name) => stacks.includes(name));
}

/** Whether a path, or its end, fits a pattern; a folder stands for all that is in it. */
export function fitsPath(steps: readonly string[], pattern: string): boolean {
  const path = `/${steps.join("/")}`;
  const plain = plainPattern(pattern);
  return plain !== "" && [`*/${plain}`, `*/${plain}/*`].some((one) => fitsGlob(path, one));
}

/** Without `./` in front, a slash at an end, and `**`, which is `*` here. */
export function plainPattern(pattern: string): string {
  return pattern
    .trim()
    .normalize("NFC")
    .replaceAll("\\", "/")
    .replace(/^(?:\.?\/)+|\/+$/g, "")
    .replace(/\*{2,}(?:\/\*+)*/g, "*");
}

/**
 * A template, or its folder, has the name of its stack; stacks of one template differ by what stands before or behind
 * (`orders-prod`).
 */
function isStackOf(stack: string, steps: readonly string[]): boolean {
  const wanted = dashedWords(stack);
  const names = [steps.at(-1)?.replace(/\..*$/, "") ?? "", steps.at(-2) ?? ""].filter((name) => !COMMON.has(name));
  return names.some((name) => {
    const words = dashedWords(name);
    return words !== "-" && (wanted.startsWith(words) || wanted.endsWith(words));
  });
}

/** Common names of templates and their folders. */
const COMMON = new Set(
  "template templates stack stacks cloudformation cfn infra infrastructure main index src".split(" "),
);

function dashedWords(name: string): string {
  return `-${name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-")}-`.replace(/-{2,}/g, "-");
}
