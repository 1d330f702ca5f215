import type { FileRename } from "vscode-languageserver";
import { nestedStacks, templateNode } from "../../model/references/childTemplates.ts";
import { contentSpan } from "../../model/tree/node.ts";
import { shifted } from "../../text/span.ts";
import { rangeOf } from "../documents/documents.ts";
import type { FileEdits } from "../documents/versionedEdit.ts";
import { besideUri, comparable } from "../host/sameFile.ts";
import type { NestedStacks, PlacedTemplate } from "./nestedStacks.ts";

/** The changes by which the templates of the workspace go on to nest files that are about to be renamed or moved. */
export async function movedTemplates(
  renames: readonly FileRename[],
  nested: NestedStacks,
): Promise<readonly FileEdits[]> {
  const moves = renames.map(({ oldUri, newUri }) => [comparable(oldUri), comparable(newUri)] as const);
  const moved: Move = (uri) => {
    const [from = "", to = ""] = moves.find(([one]) => uri === one || uri.startsWith(`${one}/`)) ?? [];
    return from === "" ? uri : `${to}${uri.slice(from.length)}`;
  };
  const parents = await nested.parentsOf((uri) => moved(uri) !== uri);
  return parents.map((parent) => changedPaths(parent, moved)).filter(({ edits }) => edits.length > 0);
}

/** Where a file of which the {@link comparable} URI is given will be. */
type Move = (uri: string) => string;

function changedPaths({ document, template, version }: PlacedTemplate, moved: Move): FileEdits {
  const edits = nestedStacks(template, "Resources").flatMap(({ entry, found: path }) => {
    const target = comparable(besideUri(document.uri, path) ?? "");
    const node = templateNode(entry);
    if (node === undefined || moved(target) === target) return [];
    const span = shifted(contentSpan(node), entry.offset);
    const newText = pathBetween(moved(comparable(document.uri)), moved(target), path.startsWith("./"));
    const isPlain = !UNUSUAL.test(newText) && template.text.slice(span.start, span.end) === path;
    return isPlain && newText !== path ? [{ range: rangeOf(document, span), newText }] : [];
  });
  return { uri: document.uri, version, edits };
}

/** What YAML or JSON may read otherwise. */
const UNUSUAL = /[#:"'\\{}[\],&*!|>%@`$\n]|^\s|\s$/;

function pathBetween(from: string, to: string, isDotted: boolean): string {
  const [folder, steps] = [from.split("/").slice(0, -1), to.split("/")];
  let shared = 0;
  while (shared < folder.length && shared < steps.length - 1 && folder[shared] === steps[shared]) shared++;
  const up = folder.slice(shared).map(() => "..");
  return [...(isDotted && up.length === 0 ? ["."] : up), ...steps.slice(shared)].join("/");
}
