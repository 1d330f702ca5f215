import { typesThat } from "../../catalogue/values/resourceTypes.ts";
import { declarationEdit } from "../../model/references/declarationEdit.ts";
import { entriesOf } from "../../model/template.ts";
import { textOf, typeNameOf, valueAt } from "../../model/tree/node.ts";
import type { Refactoring } from "./scene.ts";
import { writeJsonObject } from "./writing.ts";

/** Types that other stacks name by their ARN, which `Ref` does not give. */
const BY_ARN = typesThat("exportedByArn");

/**
 * An output with an export for the resource at the caret: its `Ref`, or its ARN if that is what others ask for.
 *
 * @example Outputs:
 *   Role:
 *     Value: !GetAtt Role.Arn
 *     Export:
 *       Name: !Sub "${AWS::StackName}-Role"
 */
export const addOutput: Refactoring = {
  kind: "refactor.rewrite.output",
  offers({ template, entry, catalogue }) {
    const { name, section } = entry;
    const type = typeNameOf(entry.value);
    if (section !== "Resources" || type === undefined || !/^[A-Za-z0-9]+$/.test(name)) return [];
    const byArn = BY_ARN.has(type) && (catalogue.resourceType(type)?.attributes.has("Arn") ?? true);
    if (entriesOf(template, "Outputs").some(({ value }) => isValueOf(textOfCall(valueAt(value, "Value")), name)))
      return [];
    const json = (key: string, value: string): string => writeJsonObject(template, key, value);
    const condition = template.declarations.resources.get(name)?.condition;
    const output = freshOutput(name, template.declarations.outputs);
    const declaration = declarationEdit(template, "Outputs", output, [
      ...(condition === undefined
        ? []
        : [["Condition", { yaml: condition, json: JSON.stringify(condition) }] as const]),
      [
        "Value",
        byArn
          ? { yaml: `!GetAtt ${name}.Arn`, json: json("Fn::GetAtt", `["${name}", "Arn"]`) }
          : { yaml: `!Ref ${name}`, json: json("Ref", `"${name}"`) },
      ],
      [
        "Export",
        [
          [
            "Name",
            {
              yaml: `!Sub "\${AWS::StackName}-${output}"`,
              json: json("Fn::Sub", `"\${AWS::StackName}-${output}"`),
            },
          ],
        ],
      ],
    ]);
    if (declaration === undefined) return [];
    const what = byArn ? `${name}.Arn` : name;
    return [
      {
        title: { en: `Add an output that exports ${what}`, ja: `${what}をエクスポートする出力を追加` },
        edits: [declaration],
      },
    ];
  },
};

function freshOutput(name: string, outputs: ReadonlySet<string>): string {
  let fresh = name;
  for (let number = 2; outputs.has(fresh); number++) fresh = `${name}${number}`;
  return fresh;
}

function textOfCall(node: ReturnType<typeof valueAt>): string | undefined {
  if (node?.kind !== "call") return undefined;
  return node.argument.kind === "list" ? textOf(node.argument.items[0]) : textOf(node.argument);
}

/** Whether an output's value is the resource, or an attribute of it. */
function isValueOf(text: string | undefined, name: string): boolean {
  return text === name || text?.startsWith(`${name}.`) === true;
}
