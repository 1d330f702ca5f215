/** The kind of a message's value: a text, a number, a boolean, texts, or one of the listed texts. */
type Kind = "text" | "number" | "flag" | "texts" | readonly (string | number)[];

/** The messages of a page by their types, each with its values. */
type Messages = Readonly<Record<string, Readonly<Record<string, Kind>>>>;

type ValueOf<K extends Kind> = K extends readonly (infer Value)[]
  ? Value
  : K extends "text"
    ? string
    : K extends "number"
      ? number
      : K extends "flag"
        ? boolean
        : readonly string[];

/** A message of a page, as the extension gets it. */
export type MessageOf<All extends Messages> = {
  [Type in keyof All]: { readonly type: Type } & { readonly [Key in keyof All[Type]]: ValueOf<All[Type][Key]> };
}[keyof All];

/** Decodes a message of a page; `undefined` if no page of ours sends such a message. */
export function messageIn<All extends Messages>(messages: All, message: unknown): MessageOf<All> | undefined {
  if (typeof message !== "object" || message === null) return undefined;
  const { type, ...given } = message as Readonly<Record<string, unknown>>;
  const values = typeof type === "string" && Object.hasOwn(messages, type) ? messages[type] : undefined;
  if (!values || !Object.entries(values).every(([key, kind]) => isOf(kind, given[key]))) return undefined;
  return { type, ...Object.fromEntries(Object.keys(values).map((key) => [key, given[key]])) } as MessageOf<All>;
}

function isOf(kind: Kind, value: unknown): boolean {
  if (typeof kind === "object") return kind.some((one) => one === value);
  if (kind === "texts") return Array.isArray(value) && value.every((one) => typeof one === "string");
  return typeof value === { text: "string", number: "number", flag: "boolean" }[kind];
}
