import databaseEngines from "../../../data/databaseEngines.yaml";
import { contentSpan, typeNameOf, valueAt } from "../../model/tree/node.ts";
import { suggestion } from "../shared/fixes/nearest.ts";
import type { EntryRule } from "../shared/rule.ts";
import { branchLiterals } from "../shared/values/literals.ts";

const ENGINES = databaseEngines();

/** A database or cache engine that does not exist (or no longer does): `aurora` is now `aurora-mysql`. */
export const databaseEngine: EntryRule = {
  scope: "entry",
  types: Object.keys(ENGINES),
  check(entry, { report }) {
    const engines = ENGINES[typeNameOf(entry.value) ?? ""];
    if (engines === undefined) return;
    for (const node of branchLiterals(valueAt(valueAt(entry.value, "Properties"), "Engine"))) {
      const { text } = node;
      if (engines.includes(text.toLowerCase()) || text.includes("{{")) continue;
      const span = contentSpan(node);
      const meant = suggestion(text === "aurora" ? "aurora-mysq" : text, engines, span);
      const known = meant.data === undefined ? { some: engines.slice(0, 6).join(", ") } : { meant };
      report(span, {
        message: meant.data === undefined ? "no-engine" : "almost-engine",
        with: { text, ...known },
        data: meant.data,
      });
    }
  },
};
