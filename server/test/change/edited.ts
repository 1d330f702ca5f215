import { createCatalogue } from "../../src/catalogue/createCatalogue.ts";
import { type TemplateChange, templateChange } from "../../src/change/templateChange.ts";
import { parse } from "../../src/model/reading/parse.ts";
import { catalogueData } from "../catalogue/loadCatalogue.ts";

const catalogue = createCatalogue(catalogueData());

/** The change that is drawn into a template: `«before→after»`. Without `AWSTemplateFormatVersion` it is the Resources. */
export function edited(
  source: string,
  parameters: readonly [before: string, after: string] = ["", ""],
): TemplateChange {
  const whole = /^(?:\{|Parameters|Resources|Conditions|Mappings|Transform)/.test(source)
    ? source
    : `Resources:\n${source.replace(/^/gm, "  ")}`;
  const side = (at: 1 | 2): string => whole.replace(/«([^→»]*)→([^»]*)»/g, (...found: string[]) => found[at] ?? "");
  const values = (text: string): ReadonlyMap<string, string> =>
    new Map(text.split(" ").flatMap((pair) => (pair === "" ? [] : [pair.split("=", 2) as [string, string]])));
  return templateChange(
    { template: parse(side(1)), parameters: values(parameters[0]) },
    { template: parse(side(2)), parameters: values(parameters[1]) },
    catalogue,
  );
}
