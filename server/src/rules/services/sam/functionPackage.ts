import { HOLE, scriptText } from "../../../model/references/scriptText.ts";
import type { EntryContent } from "../../../model/template.ts";
import { contentSpan, type MapNode, type Node, pairOf, typeNameOf, valueAt } from "../../../model/tree/node.ts";
import { both } from "../../shared/phrases.ts";
import { valueBranches } from "../../shared/resolving/valueBranches.ts";
import type { EntryContext, EntryRule, ReportAt } from "../../shared/rule.ts";
import { hasAllKeys, isAlwaysSet, isSet, literalAt, literalText } from "../../shared/values/literals.ts";

/** What variables may have altogether, in characters of the JSON that they are. */
const MAX_SIZE = 4096;

/** Variables that Lambda sets itself. Others that begin with AWS_LAMBDA_ are meant to be set, such as AWS_LAMBDA_EXEC_WRAPPER. */
const RESERVED =
  /^(?:_HANDLER|_X_AMZN_TRACE_ID|AWS_(?:DEFAULT_REGION|REGION|EXECUTION_ENV|LAMBDA_(?:FUNCTION_(?:NAME|MEMORY_SIZE|VERSION)|INITIALIZATION_TYPE|LOG_(?:GROUP|STREAM)_NAME|RUNTIME_API)|ACCESS_KEY(?:_ID)?|SECRET_ACCESS_KEY|SESSION_TOKEN)|LAMBDA_(?:TASK_ROOT|RUNTIME_DIR))$/;

const VARIABLE = /^[a-zA-Z][a-zA-Z0-9_]+$/;

/**
 * A Lambda function whose properties do not fit its kind of code: an image has neither Runtime nor Handler, a zip file
 * needs both, inline code is for Node.js and Python only, and its handler is in the file `index`.
 */
export const functionPackage: EntryRule = {
  scope: "entry",
  sections: ["Resources", "Globals"],
  types: ["AWS::Lambda::Function", "AWS::Serverless::Function"],
  isResolved: true,
  check(entry, context) {
    if (entry.section === "Globals" && entry.name !== "Function") return;
    const properties = entry.section === "Globals" ? entry.value : valueAt(entry.value, "Properties");
    if (properties?.kind !== "map" || !hasAllKeys(properties)) return;
    const isOwn = typeNameOf(entry.value) === "AWS::Lambda::Function";
    if (isOwn) checkPackage(entry.name, properties, context);
    else if (literalText(properties, "PackageType") === "Image") checkImage(entry.name, properties, context.report);
    const code = isOwn ? valueAt(valueAt(properties, "Code"), "ZipFile") : valueAt(properties, "InlineCode");
    if (code !== undefined) checkHandler(properties, code, entry, context);
    checkVariables(properties, context);
  },
};

function checkVariables(properties: MapNode, { report }: EntryContext): void {
  for (const { node } of valueBranches(valueAt(properties, "Environment")))
    for (const { node: variables } of valueBranches(valueAt(node, "Variables"))) checkNames(variables, report);
  const variables = valueAt(valueAt(properties, "Environment"), "Variables");
  let size = 1;
  for (const { key, value, merged } of variables?.kind === "map" ? variables.pairs : []) {
    if (merged || /^Fn::|\{/.test(key.text)) continue;
    const text = value.kind === "scalar" && !value.text.includes("{{") ? value.text : "";
    // In the JSON that Lambda measures a variable has four quotes, a colon and a comma.
    size += (key.text + text).length + 6;
  }
  if (size <= MAX_SIZE || variables === undefined) return;
  const pair = pairOf(valueAt(properties, "Environment"), "Variables");
  if (pair !== undefined) report(contentSpan(pair.key), { message: "variables-size", with: { size } });
}

function checkNames(variables: Node, report: ReportAt): void {
  for (const { key, merged } of variables.kind === "map" ? variables.pairs : []) {
    if (merged || /^Fn::|\{/.test(key.text)) continue;
    if (RESERVED.test(key.text)) {
      report(contentSpan(key), { message: "reserved-variable", with: { key: key.text } });
    } else if (!VARIABLE.test(key.text)) {
      report(contentSpan(key), { message: "variable-name", with: { key: key.text } });
    }
  }
}

/** What an image determines. */
function checkImage(name: string, properties: MapNode, report: ReportAt): void {
  for (const excluded of ["Runtime", "Handler", "Layers"]) {
    const pair = pairOf(properties, excluded);
    if (pair === undefined || pair.merged || !isAlwaysSet(properties, excluded)) continue;
    report(contentSpan(pair.key), { message: "not-with-image", with: { name, excluded } });
  }
}

/** CloudFormation puts inline code into a file named `index`; what the file must define is looked for as a word. */
function checkHandler(
  properties: MapNode,
  code: Node,
  { unit }: EntryContent,
  { catalogue, report }: EntryContext,
): void {
  const handler = literalAt(properties, "Handler");
  const runtime = literalText(properties, "Runtime") ?? "";
  const [, file, name = ""] = /^([\w/.-]+)\.(\w+)$/.exec(handler?.text ?? "") ?? [];
  if (handler === undefined || file === undefined || !/^(?:nodejs|python)/.test(runtime)) return;
  if (!catalogue.lambdaRuntimes.has(runtime)) return;
  const isPython = runtime.startsWith("python");
  if (file !== "index") {
    const newText = `index.${name}`;
    const says = isPython ? `Unable to import module '${file}'` : `Cannot find module '${file}'`;
    report(contentSpan(handler), {
      // The function is made, and fails when it is called.
      severity: "warning",
      message: "inline-handler",
      with: { newText, says },
      data: {
        title: { en: `Change it to ${newText}`, ja: `${newText}に変更` },
        edits: [{ ...contentSpan(handler), newText }],
        preferred: true,
      },
    });
    return;
  }
  const { text } = scriptText(code, unit.text);
  const isOpen = isPython ? /import \*|setattr|globals\(\)/ : /exports\s*=\s*(?!\{)|exports\[|Object\.|export \*/;
  if (text.trim() === "" || text.includes(HOLE) || isOpen.test(text) || text.match(/\w+/g)?.includes(name)) return;
  const says = isPython ? `Handler '${name}' missing on module 'index'` : `index.${name} is undefined or not exported`;
  report(contentSpan(handler), {
    severity: "warning",
    unfinished: "beside",
    message: "no-handler",
    with: { name, says },
  });
}

function checkPackage(name: string, properties: MapNode, { catalogue, report }: EntryContext): void {
  const code = valueAt(properties, "Code");
  const zipFile = pairOf(code, "ZipFile");
  const runtime = literalText(properties, "Runtime");
  const image = pairOf(code, "ImageUri");
  const isImage =
    literalText(properties, "PackageType") === "Image" || (code?.kind === "map" && isAlwaysSet(code, "ImageUri"));
  if (isImage) checkImage(name, properties, report);
  if (isImage && image !== undefined && !isSet(properties, "PackageType"))
    report(contentSpan(image.key), { message: "no-package-type", with: { name }, unfinished: "beside" });
  if (isImage) return;
  if (zipFile !== undefined && !zipFile.merged) checkInline(properties, runtime);
  else checkArchive(properties);
  function checkArchive(own: MapNode): void {
    const pair = pairOf(own, "Code");
    if (pair?.value.kind !== "map" || pair.merged || !isAlwaysSet(pair.value, "S3Key")) return;
    if (isSet(own, "PackageType") && literalText(own, "PackageType") !== "Zip") return;
    const needed = ["Runtime", "Handler"].filter((one) => !isSet(own, one));
    if (needed.length === 0) return;
    report(contentSpan(pair.key), { message: "archive-needs", with: { name, needed: both(needed) } });
  }

  function checkInline(own: MapNode, written: string | undefined): void {
    const pair = zipFile;
    if (pair === undefined) return;
    // A runtime that does not exist is faulted as that.
    if (written !== undefined && !/^(?:nodejs|python)/.test(written) && catalogue.lambdaRuntimes.has(written))
      report(contentSpan(pair.key), { message: "inline-runtime", with: { written } });
    const needed = ["Runtime", "Handler"].filter((one) => !isSet(own, one));
    if (needed.length === 0) return;
    report(contentSpan(pair.key), { message: "inline-needs", with: { name, needed: both(needed) } });
  }
}
