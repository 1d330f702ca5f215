import { searchEntries } from "../../model/incremental/searchEntries.ts";
import { madeKeys } from "../../model/references/expandedLoops.ts";
import { isLoopKey } from "../../model/tree/functionNames.ts";
import { contentSpan } from "../../model/tree/node.ts";
import type { TemplateRule } from "../shared/rule.ts";

/** A loop that makes an entry with the name of another one. */
export const loopKey: TemplateRule = {
  scope: "template",
  check(template, { report }) {
    for (const section of SECTIONS) {
      const loops = loopsIn(template, section);
      if (loops.length === 0) continue;
      const { resources, conditions, outputs } = template.declarations;
      const written = section === "Resources" ? resources : section === "Conditions" ? conditions : outputs;
      const before = new Set<string>();
      for (const { entry, found } of loops) {
        const told = new Set<number>();
        for (const key of found) {
          const isTaken = before.has(key.text) || written.has(key.text);
          before.add(key.text);
          // A key of a loop is told once, whatever it makes.
          if (!isTaken || told.has(key.start)) continue;
          told.add(key.start);
          report(entry, contentSpan(key), { message: "made-twice", with: { name: key.text } });
        }
      }
    }
  },
};

const SECTIONS = ["Resources", "Conditions", "Outputs"] as const;

const loopsIn = searchEntries((entry) => (isLoopKey(entry.name) ? madeKeys(entry) : undefined));
