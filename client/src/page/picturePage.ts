import type { DeploymentOrder, TemplateGraph } from "../../../server/src/protocol/template.ts";
import type { MessageOf } from "./pageMessages.ts";
import type { PictureMessages } from "./pictureMessages.ts";

interface PictureWords {
  readonly language: "en" | "ja";
  readonly title: string;
  /** Shown if there is no picture. */
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
  /** The name of that template. */
  readonly base: string;
}

/** The extension to a page. */
export type ToPicturePage<Page> =
  | { readonly type: "show"; readonly page: Page }
  /** The index of what the caret is in; -1 for nothing. */
  | { readonly type: "caret"; readonly index: number };

/** A page to the extension. */
export const FROM_PICTURE_PAGE = {
  ready: {},
  /** The page has drawn things with these titles, and so many lines. */
  drawn: { titles: "texts", lines: "number" },
  /** Show something else: a service, or another operation on the stack. */
  choose: { choice: "text" },
  reveal: { index: "number" },
  save: { as: ["svg", "mermaid"] },
} as const;

export type FromPicturePage = MessageOf<typeof FROM_PICTURE_PAGE>;
