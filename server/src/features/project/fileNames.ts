import { placesOf } from "../../catalogue/values/propertyPlaces.ts";
import { searchEntries } from "../../model/incremental/searchEntries.ts";
import { relativePath } from "../../model/references/relativePath.ts";
import { type EntryContent, entryOf, SECTION_NAMES, type Section, type Template } from "../../model/template.ts";
import { contentSpan, type Node, type ScalarNode, textOf, typeNameOf, valueAt } from "../../model/tree/node.ts";
import { callsIn } from "../../rules/shared/resolving/callSites.ts";
import { branchLiterals, literalText } from "../../rules/shared/values/literals.ts";
import { packagedProperty } from "../../rules/shared/values/packagedProperty.ts";
import { type Span, shifted, touches } from "../../text/span.ts";
import { handlerPaths } from "../fileNames/handlerPaths.ts";

/** A value that names a file beside the template; the span is absolute. */
export interface FileName extends Span {
  /** Relative to the template's folder; the first one that is a file is meant. */
  readonly paths: readonly string[];
  /** The function in the file that is named, too. */
  readonly function?: string;
}

/** The values of a template that name files beside it. */
export function fileNames(template: Template): readonly FileName[] {
  const shared = sharedCode(template);
  const inEntries = SECTION_NAMES.flatMap((section) => namesInEntries(template, section, shared));
  return [
    ...template.sections.flatMap(sectionFiles),
    ...inEntries.flatMap(({ entry, found }) => shiftNames(found, entry.offset)),
  ];
}

/** The one at a caret. */
export function fileNameAt(template: Template, offset: number): FileName | undefined {
  return fileNames(template).find((one) => touches(one, offset));
}

/** Functions by the property that holds their code. */
const FUNCTION_CODE: Readonly<Partial<Record<string, "Code" | "CodeUri">>> = {
  "AWS::Lambda::Function": "Code",
  "AWS::Serverless::Function": "CodeUri",
};

/** The part of SAM's `Globals` for functions that do not set it themselves; a text so that equal ones are the same. */
const NOTHING_SHARED = "{}";

interface SharedCode {
  readonly codeUri?: string;
  readonly runtime?: string;
  readonly handler?: string;
}

function sharedCode(template: Template): string {
  const shared = entryOf(template, "Globals", "Function")?.value;
  if (shared === undefined) return NOTHING_SHARED;
  const codeUri = literalText(shared, "CodeUri");
  const runtime = literalText(shared, "Runtime");
  const handler = literalText(shared, "Handler");
  return JSON.stringify({ codeUri, runtime, handler });
}

const namesInEntries = searchEntries((entry, shared: string): readonly FileName[] => [
  ...includedFiles(entry.value),
  ...propertyFiles(entry, JSON.parse(shared) as SharedCode),
]);

/** Properties that name a file, beside those that `aws cloudformation package` takes. */
const FILES = placesOf("files");

function propertyFiles(entry: EntryContent, shared: SharedCode): readonly FileName[] {
  if (entry.section === "Globals" && entry.name === "Function") return codeFiles(entry.value, "CodeUri", shared, []);
  if (entry.section !== "Resources") return [];
  const type = typeNameOf(entry.value);
  const properties = valueAt(entry.value, "Properties");
  if (type === undefined || properties === undefined) return [];
  const code = FUNCTION_CODE[type];
  if (code !== undefined) return codeFiles(properties, code, shared, code === "Code" ? [] : standardFolders(shared));
  return [packagedProperty(type) ?? [], FILES.get(type) ?? []].flat().flatMap((path) => {
    const value = path.split(".").reduce<Node | undefined>(valueAt, properties);
    return branchLiterals(value).flatMap(pathName);
  });
}

/**
 * A function's code and its handler. Code that is a folder leads to the file of the handler.
 *
 * @param standard the code of a function that does not name any
 */
function codeFiles(
  properties: Node,
  code: "Code" | "CodeUri",
  shared: SharedCode,
  standard: readonly string[],
): readonly FileName[] {
  const isSam = code === "CodeUri";
  const handler = literalText(properties, "Handler") ?? (isSam ? shared.handler : undefined);
  const runtime = literalText(properties, "Runtime") ?? (isSam ? shared.runtime : undefined);
  const inFolder = (folder: string, name: string | undefined): readonly string[] =>
    name === undefined ? [] : handlerPaths(folder, name, runtime);
  const own = branchLiterals(valueAt(properties, code)).filter(({ text }) => relativePath(text) !== undefined);
  const isTold = [code, "InlineCode", "ImageUri"].some((key) => valueAt(properties, key) !== undefined);
  const folders = isTold ? own.map(({ text }) => text) : standard;
  return [
    ...own.flatMap((node) => fileNamesFrom(node, [node.text, ...inFolder(node.text, handler)])),
    ...branchLiterals(valueAt(properties, "Handler")).flatMap((node) =>
      fileNamesFrom(
        node,
        folders.flatMap((folder) => inFolder(folder, node.text)),
        node.text.slice(node.text.lastIndexOf(".") + 1),
      ),
    ),
  ];
}

/** SAM takes the template's own folder if nothing is set. */
function standardFolders({ codeUri = "." }: SharedCode): readonly string[] {
  return relativePath(codeUri) === undefined ? [] : [codeUri];
}

/** The files of `Fn::Transform` with `AWS::Include`. */
function includedFiles(value: Node): readonly FileName[] {
  return callsIn(value).flatMap(({ call }) => (call.name === "Fn::Transform" ? includedFile(call.argument) : []));
}

/** The files of the same transform in the section `Transform`, and directly in a section. */
function sectionFiles({ name, value, offset, entries }: Section): readonly FileName[] {
  const listed = value?.kind === "list" ? value.items.flatMap(includedFile) : [];
  const isInclude = name === "Transform" && entries.some((entry) => textOf(entry.value) === "AWS::Include");
  return [
    ...shiftNames(listed, offset),
    ...entries.flatMap((entry) => {
      if (entry.name === "Fn::Transform") return shiftNames(includedFile(entry.value), entry.offset);
      return isInclude && entry.name === "Parameters" ? shiftNames(locationIn(entry.value), entry.offset) : [];
    }),
  ];
}

function shiftNames(found: readonly FileName[], offset: number): readonly FileName[] {
  return found.map((one) => ({ ...one, ...shifted(one, offset) }));
}

function includedFile(transform: Node): readonly FileName[] {
  if (textOf(valueAt(transform, "Name")) !== "AWS::Include") return [];
  return locationIn(valueAt(transform, "Parameters"));
}

function locationIn(parameters: Node | undefined): readonly FileName[] {
  return branchLiterals(valueAt(parameters, "Location")).flatMap(pathName);
}

/** A value that is the path of a file, unless the file is elsewhere. */
function pathName(node: ScalarNode): readonly FileName[] {
  return fileNamesFrom(node, [relativePath(node.text) ?? []].flat());
}

function fileNamesFrom(node: ScalarNode, paths: readonly string[], name?: string): readonly FileName[] {
  if (paths.length === 0) return [];
  return [{ ...contentSpan(node), paths: [...new Set(paths)], ...(name !== undefined && { function: name }) }];
}
