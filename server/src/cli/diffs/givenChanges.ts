import type { Catalogue } from "../../catalogue/catalogue.ts";
import { type TemplateChange, templateChange } from "../../change/templateChange.ts";
import { parse } from "../../model/reading/parse.ts";
import type { Given } from "../commandLine.ts";
import { givenParameters } from "./givenParameters.ts";
import { type TemplatePair, templatePairs } from "./templatePairs.ts";

interface GivenChange {
  readonly pair: TemplatePair;
  readonly change: TemplateChange;
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
  return pairs.map((pair) => ({
    pair,
    change: templateChange(
      { template: parse(pair.before.text), parameters: parameters.before },
      { template: parse(pair.after.text), parameters: parameters.after },
      catalogue,
    ),
  }));
}
