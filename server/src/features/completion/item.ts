import type { Span } from "../../text/span.ts";

export type ItemKind =
  | "section"
  | "attribute"
  | "property"
  | "type"
  | "value"
  | "function"
  | "resource"
  | "parameter"
  | "pseudoParameter"
  | "returnValue"
  | "mapping"
  | "condition"
  | "export"
  | "variable"
  | "command"
  | "option"
  | "snippet";

/** Something that may be inserted. Offsets are absolute. */
export interface CompletionItem {
  readonly label: string;
  readonly kind: ItemKind;
  /** Shown beside the label: a type, whether it is required. */
  readonly detail?: string;
  /** The text that the typed text is compared with, if it is not the label. */
  readonly filterText?: string;
  readonly sortText: string;
  /** Replaces `span`. Its further lines have their indentation: the editor must not add any. */
  readonly insertText: string;
  /** Whether `insertText` is in snippet syntax. */
  readonly snippet: boolean;
  readonly span: Span;
  readonly additionalEdits?: readonly TextEdit[];
  readonly deprecated?: boolean;
  /** Whether completion should be requested again once it is inserted. */
  readonly again?: boolean;
  /** The data that `documentationOf` needs; plain JSON. */
  readonly data?: ItemData;
}

export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** What an item stands for. */
export type ItemData =
  | { readonly of: "type"; readonly name: string }
  /** A key in the object at `path`; or, with `value`, one of the values of that key. */
  | {
      readonly of: "key";
      readonly root: RootData;
      readonly path: readonly (string | number)[];
      readonly value?: string;
    }
  | { readonly of: "function"; readonly name: string }
  | { readonly of: "pseudoParameter"; readonly name: string }
  | { readonly of: "parameterType"; readonly name: string }
  | { readonly of: "runtime"; readonly name: string }
  | { readonly of: "returnValue"; readonly type: string; readonly name: string }
  | { readonly of: "service"; readonly prefix: string }
  | { readonly of: "action"; readonly prefix: string; readonly name: string }
  | { readonly of: "helper"; readonly name: string; readonly option?: string }
  | { readonly of: "snippet"; readonly id: string }
  /** What another template says of it, in Markdown. */
  | { readonly of: "told"; readonly text: string };

/** The object that a path starts from. */
export type RootData =
  | { readonly in: "template" }
  | { readonly in: "entry"; readonly section: string }
  | { readonly in: "resource"; readonly type?: string };
