import { looksLikeTemplate } from "../../detect.ts";
import { parse } from "../../model/reading/parse.ts";
import { type Children, type ChildTemplate, childTemplatePaths } from "../../model/references/childTemplates.ts";
import { definitionOfEntry } from "../../model/references/definitions.ts";
import { type NestedName, nestedNameAt, nestedNames, placeOfName } from "../../model/references/nestedNames.ts";
import { type Entry, entryOf, type Template } from "../../model/template.ts";
import type { Span } from "../../text/span.ts";
import type { Documents, OpenTemplate } from "../documents/documents.ts";
import type { Host } from "../host/host.ts";
import { besideUri, comparable } from "../host/sameFile.ts";
import type { ChildTemplates } from "./childTemplates.ts";
import { FileIndex } from "./fileIndex.ts";
import type { WorkspaceFiles } from "./workspaceFiles.ts";

/** A template of the workspace with its text, open or not. */
export interface PlacedTemplate extends OpenTemplate {
  /** `undefined` if it is not open. */
  readonly version: number | undefined;
}

/** A parameter or an output of a template, which other templates may nest. */
export interface SharedName {
  readonly child: PlacedTemplate;
  readonly entry: Entry;
  /** The span of its declaration, absolute. */
  readonly declaration: Span;
}

/** The places at which a template refers to a name of a template that it nests; spans are absolute. */
export interface ParentUses {
  readonly parent: PlacedTemplate;
  readonly spans: readonly Span[];
}

/** Whether all files were read; `late`: it takes longer than anybody waits, and goes on. */
export type Extent = "all" | "some" | "late";

export interface NestedStacksParts {
  readonly host: Pick<Host, "sleep" | "now" | "yieldToEventLoop" | "within">;
  readonly documents: Documents;
  readonly children: ChildTemplates;
  readonly files: WorkspaceFiles;
  /** Called with the URI of a file that takes too long to read. */
  readonly gaveUp: (uri: string) => void;
}

const NO_CHILDREN: Children = new Map();
const WAIT_FOR_FILES_MS = 5000;

/**
 * The names by which templates of the workspace refer to those they nest: keys of parameters, and outputs that are
 * read.
 */
export class NestedStacks {
  readonly #parts: NestedStacksParts;
  /** The URIs that the templates of the workspace nest. */
  readonly #nesting: FileIndex<string>;

  constructor(parts: NestedStacksParts) {
    this.#parts = parts;
    this.#nesting = new FileIndex({
      ...parts,
      mayHold: (text) => NESTING.test(text),
      read: (template, { uri }) => [...nestedUris(uri, template)],
    });
  }

  /** Forgets what was read: files may have changed. */
  forget(): void {
    this.#parts.children.forget();
  }

  /** All templates that an open one nests; no promise if there are none. */
  childrenOf({ document, template }: OpenTemplate): Children | Promise<Children> {
    if (childTemplatePaths(template).length === 0) return NO_CHILDREN;
    return this.#parts.children.all(document.uri, template);
  }

  /** The template at the end of a chain of paths, each as the template before it writes it. */
  async along(uri: string, paths: readonly string[]): Promise<ChildTemplate | undefined> {
    let found: ChildTemplate | undefined;
    for (const path of paths) {
      found = await this.#parts.children.at(found?.uri ?? uri, path);
      if (found === undefined) return undefined;
    }
    return found;
  }

  /** The nested template of which something is named at a caret; no promise if nothing is. */
  childAt({ document, template }: OpenTemplate, offset: number): Children | Promise<Children> {
    const named = nestedNameAt(template, offset);
    if (named === undefined) return NO_CHILDREN;
    const found = this.#parts.children.at(document.uri, named.path);
    return found.then((child) => (child === undefined ? NO_CHILDREN : new Map([[named.path, child]])));
  }

  /** The name of a nested template at a caret. */
  async namedAt(
    { document, template }: OpenTemplate,
    offset: number,
  ): Promise<{ readonly named: NestedName; readonly shared: SharedName } | undefined> {
    const named = nestedNameAt(template, offset);
    const child = named && (await this.#parts.children.at(document.uri, named.path));
    const entry = named && child && entryOf(child.template, named.section, named.name);
    if (named === undefined || child === undefined || entry === undefined) return undefined;
    return { named, shared: { child: this.#placed(child), entry, declaration: definitionOfEntry(entry).span } };
  }

  /** The same for a name that an open template itself declares. */
  ownName({ document, template }: OpenTemplate, entry: Entry): SharedName {
    const child = { document, template, version: document.version };
    return { child, entry, declaration: definitionOfEntry(entry).span };
  }

  /** The places at which the templates that nest its template refer to it, and which of them were read. */
  async usesOf(shared: SharedName): Promise<{ readonly uses: readonly ParentUses[]; readonly read: Extent }> {
    const child = comparable(shared.child.document.uri);
    const { parents, read } = await this.#parentsOf((nested) => nested === child);
    const uses = parents.map((parent): ParentUses => {
      const isMeant = ({ section, name, path }: NestedName): boolean =>
        section === shared.entry.section &&
        name === shared.entry.name &&
        comparable(besideUri(parent.document.uri, path) ?? "") === child;
      const found = nestedNames(parent.template).filter(isMeant);
      return { parent, spans: distinctSpans(found) };
    });
    return { uses: uses.filter(({ spans }) => spans.length > 0), read };
  }

  /** The templates of the workspace that nest something wanted, by its {@link comparable} URI. */
  async parentsOf(isWanted: (uri: string) => boolean): Promise<readonly PlacedTemplate[]> {
    return (await this.#parentsOf(isWanted)).parents;
  }

  /** Whether files that are not open are unchanged since they were read. */
  async areCurrent(templates: readonly PlacedTemplate[]): Promise<boolean> {
    const { children } = this.#parts;
    const closed = templates.filter(({ version }) => version === undefined);
    const texts = await Promise.all(closed.map(({ document: { uri } }) => children.textNow(uri)));
    return closed.every(({ template: { text } }, index) => texts[index] === text);
  }

  /** The open documents that nest a template. */
  openParentsOf(uri: string): readonly string[] {
    const child = comparable(uri);
    return this.#openParents((nested) => nested === child).map(({ document }) => document.uri);
  }

  #openParents(isWanted: (uri: string) => boolean): readonly PlacedTemplate[] {
    const { documents } = this.#parts;
    return documents.uris.flatMap((uri): PlacedTemplate[] => {
      const open = documents.get(uri);
      if (open === undefined || ![...nestedUris(uri, open.template)].some(isWanted)) return [];
      return [{ ...open, version: open.document.version }];
    });
  }

  async #parentsOf(
    isWanted: (uri: string) => boolean,
  ): Promise<{ readonly parents: readonly PlacedTemplate[]; readonly read: Extent }> {
    const { host } = this.#parts;
    const scan = await Promise.race([
      this.#nesting.filesNow(isWanted),
      host.sleep(WAIT_FOR_FILES_MS).then(() => undefined),
    ]);
    let read: Extent = scan === undefined ? "late" : scan.isComplete ? "all" : "some";
    const parents: PlacedTemplate[] = [];
    for (const { uri, text: saved } of scan?.files ?? []) {
      const text = await saved();
      if (text === undefined || !looksLikeTemplate(text)) read = "some";
      else parents.push(this.#closed(uri, parse(text)));
    }
    // Read last, since an edit changes the documents during a wait.
    return { parents: [...parents, ...this.#openParents(isWanted)], read };
  }

  #placed({ uri, template }: ChildTemplate): PlacedTemplate {
    const open = this.#parts.documents.get(uri);
    return open === undefined ? this.#closed(uri, template) : { ...open, version: open.document.version };
  }

  #closed(uri: string, template: Template): PlacedTemplate {
    return { document: this.#parts.documents.saved(uri, template.text), template, version: undefined };
  }
}

/** Only a text with one of these can nest a template. */
const NESTING = /AWS::CloudFormation::Stack|AWS::Serverless::Application/;

/** The templates that one nests, as {@link comparable} URIs. */
function nestedUris(uri: string, template: Template): ReadonlySet<string> {
  const found = childTemplatePaths(template).flatMap((path) => besideUri(uri, path) ?? []);
  return new Set(found.map(comparable));
}

/** What an anchor gives to several stacks is written once. */
function distinctSpans(names: readonly NestedName[]): readonly Span[] {
  const spans = names.map(placeOfName).sort((a, b) => a.start - b.start);
  return spans.filter(({ start }, index) => start !== spans[index - 1]?.start);
}
