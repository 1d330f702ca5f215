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

/** The same names for what can be told only by trying all combinations: whether an even number of parameters is x. */
function hard(count: number): string {
  const numbers = Array.from({ length: count }, (_, index) => index);
  const even = (prefix: string, order: readonly number[]): string =>
    order
      .map((parameter, index) => {
        const own = `!Equals [!Ref P${parameter}, x]`;
        const before = `!Condition ${prefix}${index - 1}`;
        return index === 0
          ? `  ${prefix}0: ${own}\n`
          : `  ${prefix}${index}: !Or [!And [${before}, !Not [${own}]], !And [!Not [${before}], ${own}]]\n`;
      })
      .join("");
  const last = count - 1;
  return `Parameters:
${numbers.map((index) => `  P${index}: {Type: String}\n`).join("")}Conditions:
${even("F", numbers)}${even("B", [...numbers].reverse())}  Some: !Or [!Condition F${last}, !Not [!Condition B${last}]]
  All: !And [!Condition Some, !Condition F${last}, !Not [!Condition B${last}]]
  None: !Not [!Condition Some]
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

const RULES = (asserted: string): string => `Parameters:
  Stage: {Type: String}
  Mail: {Type: String}
Rules:
  Mails:
    RuleCondition: !Equals [!Ref Stage, prod]
    Assertions: [{Assert: ${asserted}}]
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
  HasMail: !Equals [!Ref Mail, "yes"]
Resources:
  T: {Type: AWS::SNS::Topic, Condition: HasMail}
`;

describe("conditions", () => {
  it("a rule of the template makes one follow from another", () =>
    checkRule(
      "conditional-target",
      `${RULES('!Equals [!Ref Mail, "yes"]')}  U:\n    Condition: IsProd\n${TOPIC}!Ref T}\n`,
    ));
  it("a rule that says something else does not", () =>
    checkRule(
      "conditional-target",
      `${RULES('!Contains [["yes", "no"], !Ref Mail]')}  U:\n    Condition: IsProd\n${TOPIC}!Ref «T»}\n`,
    ));
  for (const [code, resources] of ROWS) {
    const source = `Resources:\n${resources}`;
    it(`${code}: found while the combinations can be told`, () => checkRule(code, declared(4) + source));
    it(`${code}: found with many conditions, most of which do not matter`, () =>
      checkRule(code, declared(60) + source));
    it(`${code}: silent if it takes too long to tell`, () =>
      checkRule(code, hard(24) + source.replaceAll(/[«»]/g, "")));
  }
});
