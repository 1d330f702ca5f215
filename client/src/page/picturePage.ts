import type { DeploymentOrder, TemplateGraph } from "../../../server/src/protocol/template.ts";
import type { PictureMessages } from "./pictureMessages.ts";

interface PictureWords {
  readonly language: "en" | "ja";
  readonly title: string;
  /** Said where there is nothing to show. */
  readonly empty: string;
  readonly words: PictureMessages["words"];
}

/** What the page with the resources of a template shows. */
export interface GraphPage extends PictureWords {
  readonly graph: TemplateGraph;
}

/** What the page with the order of a deployment shows. */
export interface OrderPage extends PictureWords {
  readonly order: DeploymentOrder;
  readonly operation: string;
  /** Whether there is a template that an update begins with. */
  readonly hasBase: boolean;
  /** What that is called. */
  readonly base: string;
}

/** The extension to a page. */
export type ToPicturePage<Page> =
  | { readonly type: "show"; readonly page: Page }
  /** What the caret is in, by index; -1 for nothing. */
  | { readonly type: "caret"; readonly index: number };

/** A page to the extension. */
export type FromPicturePage =
  | { readonly type: "ready" }
  /** The page has drawn things with these titles, and so many lines. */
  | { readonly type: "drawn"; readonly titles: readonly string[]; readonly lines: number }
  /** Something else is to be shown: a service, or what is done to the stack. */
  | { readonly type: "choose"; readonly choice: string }
  | { readonly type: "reveal"; readonly index: number }
  | { readonly type: "save"; readonly as: "svg" | "mermaid" };

/** Decodes a message of a page; `undefined` when it is none that a page of ours sends. */
export function decodeFromPicturePage(message: unknown): FromPicturePage | undefined {
  if (typeof message !== "object" || message === null) return undefined;
  const { type, titles, lines, choice, index, as } = message as Record<string, unknown>;
  switch (type) {
    case "ready":
      return { type };
    case "drawn":
      return Array.isArray(titles) ? { type, titles: titles.map(String), lines: Number(lines) } : undefined;
    case "choose":
      return typeof choice === "string" ? { type, choice } : undefined;
    case "reveal":
      return typeof index === "number" ? { type, index } : undefined;
    case "save":
      return as === "svg" || as === "mermaid" ? { type, as } : undefined;
    default:
      return undefined;
  }
}
