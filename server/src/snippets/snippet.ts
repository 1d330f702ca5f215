/** A template fragment to insert. */
export interface Snippet {
  /** Its name in its file: stable, in English. */
  readonly id: string;
  /** The words that complete to it. */
  readonly prefixes: readonly [string, ...string[]];
  readonly label: { readonly en: string; readonly ja: string };
  /** YAML in VS Code's snippet syntax; further lines are indented by two blanks a level. */
  readonly body: string;
  readonly description: { readonly en: string; readonly ja: string };
  readonly where: readonly SnippetPlace[];
  /** The topic whose note is its documentation. */
  readonly topic: string | undefined;
  /** The transform without which it means nothing. */
  readonly transform: string | undefined;
  /** Whether the resource's script must send a signal: the line is added to its user data, or the user data to it. */
  readonly signal: boolean;
}

/** A kind of place that takes a snippet. */
export type SnippetPlace =
  /** A new entry of a section: `Resources`. */
  | { readonly in: "section"; readonly section: string }
  /** A key directly in a resource of one of these types; any type if the list is empty. */
  | { readonly in: "resource"; readonly types: readonly string[] }
  /** A key (or, with `item`, an item) at a path of a resource; the path begins with the attribute, `*` is any key. */
  | { readonly in: "path"; readonly types: readonly string[]; readonly path: readonly string[]; readonly item: boolean }
  /** The value of a key, offered as that key; the path begins with the attribute, `*` is any type and any item. */
  | { readonly in: "key"; readonly type: string; readonly path: readonly string[] }
  /** A new resource under whatever name is typed. */
  | { readonly in: "name" }
  /** Keys at the top of a template. */
  | { readonly in: "template" }
  /** A whole template, in an empty file. */
  | { readonly in: "empty" }
  /** The value of a property or output. */
  | { readonly in: "value" }
  /** A line of a script. */
  | { readonly in: "script"; readonly shell: "bash" | "powershell" };
