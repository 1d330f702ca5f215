import { searchResources } from "../../../model/incremental/searchEntries.ts";
import { contentSpan, pairOf, textOf, valueAt } from "../../../model/tree/node.ts";
import { mayHaveMore } from "../../shared/declaredNames.ts";
import { resourceTarget } from "../../shared/links/resourceTarget.ts";
import { isGlobal } from "../../shared/links/samGlobals.ts";
import type { TemplateRule } from "../../shared/rule.ts";

/** A function with SnapStart of which the template publishes no version: SnapStart works on published versions only. */
export const snapStartVersion: TemplateRule = {
  scope: "template",
  check(template, { report }) {
    const functions = snapping(template);
    if (functions.length === 0 || mayHaveMore(template.declarations)) return;
    const published = versions(template).map(({ found }) => found.of);
    for (const { entry, found } of functions) {
      if (published.includes(entry.name) || published.includes(undefined)) continue;
      if (isGlobal(found.type, ["AutoPublishAlias"], template.declarations)) continue;
      const adds = found.type === SAM_FUNCTION ? "AutoPublishAlias" : "AWS::Lambda::Version";
      report(entry, contentSpan(found.key), { message: "no-version", with: { name: entry.name, adds } });
    }
  },
};

const SAM_FUNCTION = "AWS::Serverless::Function";

const snapping = searchResources([SAM_FUNCTION, "AWS::Lambda::Function"], ({ value }, type) => {
  const properties = valueAt(value, "Properties");
  // SAM publishes a version for an alias.
  const isLeftToSam = type === SAM_FUNCTION && valueAt(properties, "AutoPublishAlias") !== undefined;
  if (isLeftToSam) return undefined;
  const snapStart = pairOf(properties, "SnapStart");
  if (snapStart === undefined || textOf(valueAt(snapStart.value, "ApplyOn")) !== "PublishedVersions") return undefined;
  return { type, key: snapStart.key };
});

/** Versions with the function that they are of; `undefined` if it can't be told. */
const versions = searchResources(["AWS::Lambda::Version"], ({ value }) => ({
  of: resourceTarget(valueAt(valueAt(value, "Properties"), "FunctionName")),
}));
