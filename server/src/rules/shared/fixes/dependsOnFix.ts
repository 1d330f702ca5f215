import type { Entry, Template } from "../../../model/template.ts";
import { pairOf, valueAt } from "../../../model/tree/node.ts";
import type { FixData } from "../rule.ts";
import { keyEdit } from "./keyEdit.ts";

/** Lets a resource wait for another; `undefined` if it has a `DependsOn` already, or its `Type` does not stand on a line of its own. */
export function dependsOnFix({ value, unit }: Entry, other: string, format: Template["format"]): FixData | undefined {
  const type = pairOf(value, "Type");
  if (type === undefined || valueAt(value, "DependsOn") !== undefined) return undefined;
  const edit = keyEdit(type, "DependsOn", other, unit.text, format);
  return (
    edit && {
      title: { en: `Add DependsOn: ${other}`, ja: `DependsOn: ${other}を追加` },
      edits: [edit],
    }
  );
}
