import { checkRows } from "../checkRule.ts";

const CODE = "json-text";
const board = (body: string): string =>
  `Resources:\n  Board: { Type: AWS::CloudWatch::Dashboard, Properties: { DashboardBody: ${body} } }\n`;
const target = (input: string): string =>
  `Resources:\n  Rule: { Type: AWS::Events::Rule, Properties: { ScheduleExpression: rate(1 hour), Targets: [{ Id: a, Arn: b, Input: ${input} }] } }\n`;

describe(CODE, () => {
  checkRows([
    [CODE, "a dashboard", board(`'«{"widgets": [}»'`), /must be a valid JSON object/, "error"],
    [CODE, "a dashboard as it is right", board(`'{"widgets": []}'`)],
    [CODE, "a dashboard that is composed", board(`!Sub '{"widgets": \${Widgets}}'`)],
    [CODE, "an input", target("«start»"), /JSON syntax error/],
    [CODE, "an input in quotes", target(`'"start"'`)],
  ]);
});
