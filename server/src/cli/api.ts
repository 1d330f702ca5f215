import type { CheckRequest, Finding, HoverRequest } from "./apiTypes.ts";

export type { CheckRequest, Finding, HoverRequest } from "./apiTypes.ts";

/** The findings in a template's text (YAML or JSON), in the order of the text; `[]` if it is no template. */
export async function check(text: string, request?: CheckRequest): Promise<readonly Finding[]> {
  const { checkText } = await import("./check/checkText.ts");
  return checkText(text, request);
}

/**
 * What a hover shows at a place, as Markdown; `undefined` if there is nothing.
 *
 * @throws if a folder of notes can't be read
 */
export async function hover(text: string, request: HoverRequest): Promise<string | undefined> {
  const { hoverText } = await import("./hoverText.ts");
  return hoverText(text, request);
}
