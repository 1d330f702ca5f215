import { posix } from "node:path";
import type { Catalogue } from "../../catalogue/types/catalogue.ts";
import { nestedStacksIn } from "../../change/nestedStacks.ts";
import { type TemplateChange, templateChange } from "../../change/templateChange.ts";
import { looksLikeTemplate } from "../../detect.ts";
import { parse } from "../../model/reading/parse.ts";
import type { Given } from "../options/commandLine.ts";
import { givenParameters } from "./givenParameters.ts";
import { type TemplatePair, templatePairs } from "./templatePairs.ts";

interface GivenChange {
  readonly pair: TemplatePair;
  readonly change: TemplateChange;
  /** The logical id by which another template nests it. */
  readonly stack?: string;
}

/** The changes that the arguments ask about, or why there are none. */
export async function givenChanges(
  given: Given,
  language: "en" | "ja",
  catalogue: Catalogue,
): Promise<readonly GivenChange[] | { readonly problem: string }> {
  const parameters = await givenParameters(given, language);
  if ("problem" in parameters) return parameters;
  const pairs = await templatePairs(given, language);
  if ("problem" in pairs) return pairs;
  const found: GivenChange[] = [];
  for (const pair of pairs) {
    const change = templateChange(
      { template: parse(pair.before.text), parameters: parameters.before },
      { template: parse(pair.after.text), parameters: parameters.after },
      catalogue,
    );
    found.push({ pair, change }, ...(await nestedChanges({ pair, change }, catalogue)));
  }
  // What is nested is told with the parameters that it gets there.
  const nested = new Set(found.filter(({ stack }) => stack !== undefined).map(({ pair }) => pair.after.file));
  return found.filter(({ pair, stack }) => stack !== undefined || !nested.has(pair.after.file));
}

/** CloudFormation takes no more. */
const MAX_DEPTH = 5;

/** What changes in the templates that both sides nest, where their files are there. */
async function nestedChanges({ pair, change }: GivenChange, catalogue: Catalogue, depth = 0): Promise<GivenChange[]> {
  const found: GivenChange[] = [];
  if (depth === MAX_DEPTH) return found;
  for (const { id, before, after } of nestedStacksIn(change)) {
    const [was, is] = [await pair.nested.before(before.path), await pair.nested.after(after.path)];
    if (was === undefined || is === undefined || !looksLikeTemplate(was) || !looksLikeTemplate(is)) continue;
    const inner = {
      stack: id,
      pair: {
        before: { file: posix.join(posix.dirname(pair.before.file), before.path), text: was },
        after: { file: posix.join(posix.dirname(pair.after.file), after.path), text: is },
        nested: {
          before: (path: string) => pair.nested.before(posix.join(posix.dirname(before.path), path)),
          after: (path: string) => pair.nested.after(posix.join(posix.dirname(after.path), path)),
        },
      },
      change: templateChange(
        { template: parse(was), parameters: before.parameters },
        { template: parse(is), parameters: after.parameters },
        catalogue,
      ),
    };
    if (inner.change.changes.length > 0) found.push(inner, ...(await nestedChanges(inner, catalogue, depth + 1)));
  }
  return found;
}
