import { PHYSICAL_NAMES } from "../../catalogue/values/physicalNames.ts";
import { searchEntries } from "../../model/incremental/searchEntries.ts";
import type { Entry } from "../../model/template.ts";
import { contentSpan, type Node, textOf, valueAt } from "../../model/tree/node.ts";
import type { TemplateRule } from "../engine/rule.ts";
import { isLoopName } from "../shared/declaredNames.ts";
import { canBeTogether, togetherSeverity } from "../shared/resolving/canBeTogether.ts";
import { composedText } from "../shared/resolving/composedText.ts";
import { conditionModel } from "../shared/resolving/conditionModel.ts";

/** What SAM makes of its own types that take a name. */
const SAM_TYPES: ReadonlyMap<string, string> = new Map([
  ["AWS::Serverless::Function", "AWS::Lambda::Function"],
  ["AWS::Serverless::SimpleTable", "AWS::DynamoDB::Table"],
  ["AWS::Serverless::StateMachine", "AWS::StepFunctions::StateMachine"],
]);

/** In UTF-16 units. Nothing takes a longer name, and what makes a name the same is kept for each resource. */
const MAX_TEXT_LENGTH = 4000;

/**
 * Two resources of one type with the same name, under conditions that can be true together: the second cannot be
 * created.
 */
export const physicalName: TemplateRule = {
  scope: "template",
  code: "physical-name",
  check(template, { report }) {
    const seen = new Map<string, { readonly entry: Entry; readonly node: Node }[]>();
    for (const { entry, found } of named(template, "Resources")) {
      const before = seen.get(found.key);
      if (before === undefined) {
        seen.set(found.key, [{ entry, node: found.node }]);
        continue;
      }
      const model = conditionModel(template.declarations);
      // Of one logical ID that stands there twice, the last counts.
      const first = before.find((one) => one.entry.name !== entry.name && canBeTogether([one.entry, entry], model));
      before.push({ entry, node: found.node });
      if (first === undefined) continue;
      report(entry, spanOf(found.node), {
        en: `${first.entry.name} already has this name: two resources of a type can't share a name (“already exists”).`,
        ja: `${first.entry.name}と同じ名前です。同じ型のリソースに同じ名前は付けられません（「already exists」）。`,
        severity: togetherSeverity(first.entry, entry),
        related: [
          {
            entry: first.entry,
            span: spanOf(first.node),
            message: { en: "The name is used here first.", ja: "最初の記述はここです。" },
          },
        ],
      });
    }
  },
};

function spanOf(node: Node) {
  return node.kind === "scalar" ? contentSpan(node) : node;
}

/** Resources that are given a name, with what makes the name the same. */
const named = searchEntries(({ value }) => {
  const ownType = textOf(valueAt(value, "Type")) ?? "";
  const type = SAM_TYPES.get(ownType) ?? ownType;
  const property = ownType === "AWS::Serverless::StateMachine" ? "Name" : PHYSICAL_NAMES.get(type);
  const node = property === undefined ? undefined : valueAt(valueAt(value, "Properties"), property);
  if (node === undefined) return undefined;
  if (node.kind === "scalar" && (node.value === null || isLoopName(node.text))) return undefined;
  if (node.kind === "call" && !/^(?:Ref|Fn::Sub|Fn::Join)$/.test(node.name)) return undefined;
  const key = composedText(node);
  if (key === undefined || key.length > MAX_TEXT_LENGTH) return undefined;
  return key.includes("AWS::NoValue") ? undefined : { node, key: `${type} ${key}` };
});
