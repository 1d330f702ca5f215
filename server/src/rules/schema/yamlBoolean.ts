import { placesOf } from "../../catalogue/values/propertyPlaces.ts";
import { typeNameOf, valueAt } from "../../model/tree/node.ts";
import { replacement } from "../shared/fixes/nearest.ts";
import type { EntryRule } from "../shared/rule.ts";
import { yamlSwitch } from "../shared/values/yamlSwitch.ts";

/** The property with an engine's parameters by name, by type. */
const PARAMETERS = placesOf("engineParameters");

/**
 * An unquoted yes, no, on or off as an engine's parameter: CloudFormation parses YAML 1.1, in which these are booleans.
 */
export const yamlBoolean: EntryRule = {
  scope: "entry",
  types: [...PARAMETERS.keys()],
  check(entry, { format, report }) {
    const [property = ""] = PARAMETERS.get(typeNameOf(entry.value) ?? "") ?? [];
    const values = valueAt(valueAt(entry.value, "Properties"), property);
    if (values?.kind !== "map" || format !== "yaml") return;
    for (const { key, value, merged } of values.pairs) {
      if (merged || value.kind !== "scalar") continue;
      const arrives = yamlSwitch(value);
      if (arrives === undefined) continue;
      report(value, {
        message: "read-as-boolean",
        with: { value: value.text, arrives, key: key.text },
        data: { ...replacement(value, `"${value.text}"`), safe: true },
      });
    }
  },
};
