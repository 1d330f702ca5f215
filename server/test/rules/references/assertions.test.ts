import { checkRows } from "../checkRule.ts";

const CODE = "constant-condition";

const rule = (assertion: string, condition = "", size = "AllowedValues: [t3.micro, t3.small]"): string =>
  `Parameters:
  Stage: {Type: String, AllowedValues: [dev, prod]}
  Size: {Type: String, ${size}}
Rules:
  Sizes:
${condition}    Assertions:
      - Assert: ${assertion}
        AssertDescription: Larger in production
Resources:
  Topic: {Type: AWS::SNS::Topic, Properties: {DisplayName: !Sub "\${Stage} \${Size}"}}
`;
const LARGE = "!Contains [[m5.large, m5.xlarge], !Ref Size]";
const IN_PRODUCTION = "    RuleCondition: !Equals [!Ref Stage, prod]\n";

describe("assertions of rules", () => {
  checkRows([
    [
      CODE,
      "no value meets it",
      rule(`«${LARGE}»`),
      /^No value that Size can have meets this, so that no stack is made: /,
      "error",
    ],
    [
      CODE,
      "no value meets it in one case",
      rule(`«${LARGE}»`, IN_PRODUCTION),
      /made where the RuleCondition holds/,
      "warning",
    ],
    [CODE, "one value meets it", rule("!Contains [[t3.small, m5.large], !Ref Size]")],
    [CODE, "two that exclude each other", rule("«!And [!Equals [!Ref Stage, dev], !Equals [!Ref Stage, prod]]»")],
    [CODE, "any value", rule(LARGE, "", "Default: t3.micro")],
    [
      CODE,
      "the name of a parameter that is looked up",
      rule(LARGE, "", "AllowedValues: [/size]").replace(
        "Size: {Type: String",
        "Size: {Type: AWS::SSM::Parameter::Value<String>",
      ),
    ],
    [
      CODE,
      "a case that is forbidden on purpose",
      rule("!Not [!Equals [!Ref Stage, prod]]", IN_PRODUCTION.replace("prod", "dev")),
    ],
    [CODE, "no value is a member", rule("«!EachMemberIn [[!Ref Size], [m5.large, m5.xlarge]]»")],
    [CODE, "each value is a member", rule("!EachMemberIn [[!Ref Size, !Ref Stage], [t3.micro, t3.small, prod]]")],
    [CODE, "what can't be looked into", rule("!EachMemberIn [!ValueOfAll [AWS::EC2::VPC::Id, Tags.Env], [!Ref Size]]")],
  ]);
});
