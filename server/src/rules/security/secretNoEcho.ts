import type { Catalogue } from "../../catalogue/types/catalogue.ts";
import { isSecretProperty } from "../../catalogue/values/secretProperties.ts";
import { searchEntries } from "../../model/incremental/searchEntries.ts";
import { contentSpan } from "../../model/tree/node.ts";
import { keyEdit } from "../shared/fixes/keyEdit.ts";
import { parameterEntries } from "../shared/parameterEntries.ts";
import type { TemplateRule } from "../shared/rule.ts";
import { refSites } from "../shared/values/valueSites.ts";

/** A parameter for a password without NoEcho: its value can be read in the console and the API. */
export const secretNoEcho: TemplateRule = {
  scope: "template",
  check(template, { catalogue, report }) {
    const parameters = parameterEntries(template);
    const told = new Set<string>();
    for (const { entry, found } of secretUses(template, "Resources", catalogue)) {
      for (const { parameter: name, property, span } of found) {
        const parameter = parameters.get(name);
        if (parameter === undefined || told.has(name) || template.declarations.parameters.get(name)?.noEcho !== false)
          continue;
        told.add(name);
        const pairs = parameter.value.kind === "map" ? parameter.value.pairs : [];
        const last = pairs.findLast(({ key }) => key.text === "Type");
        const hasNoEcho = pairs.some(({ key }) => key.text === "NoEcho");
        const edit =
          last === undefined || hasNoEcho
            ? undefined
            : keyEdit(last, "NoEcho", "true", parameter.unit.text, template.format);
        report(parameter, contentSpan(parameter.key), {
          message: "no-echo",
          with: { name, property },
          related: [{ entry, span, message: "used-here" }],
          ...(edit && {
            data: { title: { en: "Add NoEcho: true", ja: "NoEcho: trueを追加" }, edits: [edit], safe: true },
          }),
        });
      }
    }
  },
};

/** The parameters that hold a resource's secret. */
const secretUses = searchEntries((entry, catalogue: Catalogue) =>
  refSites(entry, catalogue)
    .filter(({ type, path }) => isSecretProperty(type, path))
    .map(({ node, path, target }) => ({ parameter: target, property: path.at(-1) ?? "", span: node })),
);
