import type { DeploymentOrder, TemplateGraph } from "../../../server/src/protocol/template.ts";
import type { MessageOf } from "./pageMessages.ts";
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
export const FROM_PICTURE_PAGE = {
  ready: {},
  /** The page has drawn things with these titles, and so many lines. */
  drawn: { titles: "texts", lines: "number" },
  /** Something else is to be shown: a service, or what is done to the stack. */
  choose: { choice: "text" },
  reveal: { index: "number" },
  save: { as: ["svg", "mermaid"] },
} as const;

export type FromPicturePage = MessageOf<typeof FROM_PICTURE_PAGE>;
