import type { EntryContent } from "../../../model/template.ts";
import {
  contentSpan,
  listItems,
  type MapNode,
  type Node,
  pairOf,
  typeNameOf,
  valueAt,
} from "../../../model/tree/node.ts";
import { both } from "../../shared/phrases.ts";
import { valueBranches } from "../../shared/resolving/valueBranches.ts";
import type { EntryContext, EntryRule, ReportAt } from "../../shared/rule.ts";
import { hasAllKeys, isAlwaysSet, isSet, literalAt, literalText } from "../../shared/values/literals.ts";
import { handlerProblem, handlerReport } from "./inlineHandler.ts";
import { layerTwice } from "./layerTwice.ts";
import { MAX_SIZE, variablesSize } from "./variablesSize.ts";

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
    else if (literalText(properties, "PackageType") === "Image")
      checkImage(entry.name, properties, SAYS_SAM, context.report);
    const code = isOwn ? valueAt(valueAt(properties, "Code"), "ZipFile") : valueAt(properties, "InlineCode");
    if (code !== undefined) checkHandler(properties, code, entry, context);
    if (code !== undefined && !isOwn) checkInlineRuntime(properties, context);
    const layer = layerTwice(listItems(valueAt(properties, "Layers")));
    if (layer !== undefined) context.report(contentSpan(layer), { message: "layer-twice" });
    checkVariables(properties, context);
  },
};

function checkVariables(properties: MapNode, { report }: EntryContext): void {
  for (const { node } of valueBranches(valueAt(properties, "Environment")))
    for (const { node: variables } of valueBranches(valueAt(node, "Variables"))) checkNames(variables, report);
  const size = variablesSize([valueAt(valueAt(properties, "Environment"), "Variables")]);
  if (size <= MAX_SIZE) return;
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

const SAYS_SAM = "Runtime, Handler, Layers cannot be present when PackageType is of type `Image`";
const SAYS_LAMBDA = "Please don't provide handler or runtime or layer when the intended function PackageType is Image";

/** What an image determines. */
function checkImage(name: string, properties: MapNode, says: string, report: ReportAt): void {
  for (const excluded of ["Runtime", "Handler", "Layers"]) {
    const pair = pairOf(properties, excluded);
    if (pair === undefined || pair.merged || !isAlwaysSet(properties, excluded)) continue;
    report(contentSpan(pair.key), { message: "not-with-image", with: { name, excluded, says } });
  }
}

function checkHandler(
  properties: MapNode,
  code: Node,
  { unit }: EntryContent,
  { catalogue, report }: EntryContext,
): void {
  const handler = literalAt(properties, "Handler");
  const runtime = literalText(properties, "Runtime") ?? "";
  if (handler === undefined || !catalogue.lambdaRuntimes.has(runtime)) return;
  const problem = handlerProblem({ code, handler: handler.text, runtime, text: unit.text });
  if (problem !== undefined) report(contentSpan(handler), handlerReport(problem, handler));
}

/** SAM passes it on. */
function checkInlineRuntime(properties: MapNode, { catalogue, report }: EntryContext): void {
  const pair = pairOf(properties, "InlineCode");
  const written = literalText(properties, "Runtime");
  if (pair === undefined || written === undefined || /^(?:nodejs|python)/.test(written)) return;
  if (catalogue.lambdaRuntimes.has(written))
    report(contentSpan(pair.key), { message: "inline-runtime", with: { written } });
}

function checkPackage(name: string, properties: MapNode, { catalogue, report }: EntryContext): void {
  const code = valueAt(properties, "Code");
  const zipFile = pairOf(code, "ZipFile");
  const runtime = literalText(properties, "Runtime");
  const image = pairOf(code, "ImageUri");
  const isImage =
    literalText(properties, "PackageType") === "Image" || (code?.kind === "map" && isAlwaysSet(code, "ImageUri"));
  if (isImage) checkImage(name, properties, SAYS_LAMBDA, report);
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
