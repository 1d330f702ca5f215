import { checkRule } from "../../checkRule.ts";

/** Parameters, and the conditions `All`, `Some` and `None` on them, whose combinations double with each parameter. */
function declared(count: number): string {
  const numbers = Array.from({ length: count }, (_, index) => index);
  const chain = numbers.map((index) =>
    index === 0
      ? "  C0: !Equals [!Ref P0, x]\n"
      : `  C${index}: !And [!Condition C${index - 1}, !Equals [!Ref P${index}, x]]\n`,
  );
  return `Parameters:
${numbers.map((index) => `  P${index}: {Type: String}\n`).join("")}Conditions:
${chain.join("")}  All: !Equals [!Ref P0, x]
  Some: !Or [!Condition All, !Condition C${count - 1}]
  None: !Not [!Condition C${count - 1}]
`;
}

const TOPIC = "    Type: AWS::SNS::Topic\n    Properties: {TopicName: ";

/** What is found with few conditions; the marks stand where. */
const ROWS: readonly (readonly [code: string, resources: string])[] = [
  ["conditional-target", `  T:\n    Type: AWS::SNS::Topic\n    Condition: Some\n  U:\n${TOPIC}!Ref «T»}\n`],
  [
    "conditional-target",
    "  T:\n    Type: AWS::SNS::Topic\n    Condition: Some\n  U:\n    Type: AWS::SNS::Topic\n    DependsOn: «T»\n",
  ],
  ["unreachable-branch", `  U:\n    Condition: None\n${TOPIC}!If [Some, a, !If [All, «b», c]]}\n`],
  ["physical-name", `  T:\n    Condition: Some\n${TOPIC}same}\n  U:\n    Condition: None\n${TOPIC}«same»}\n`],
  [
    "dependency-cycle",
    `  T:\n    Condition: Some\n${TOPIC}!If [None, !Ref «U», a]}\n  U:\n${TOPIC}!If [Some, !Ref T, a]}\n`,
  ],
];

describe("conditions", () => {
  for (const [code, resources] of ROWS) {
    const source = `Resources:\n${resources}`;
    it(`${code}: found while the combinations can be told`, () => checkRule(code, declared(4) + source));
    it(`${code}: silent if they are too many`, () => checkRule(code, declared(14) + source.replaceAll(/[«»]/g, "")));
  }
});
