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
    [CODE, "a dashboard without widgets", board(`'«{"widget": []}»'`), /no widgets/, "error"],
    [
      CODE,
      "a text without Markdown",
      board(`'«{"widgets": [{"type": "text", "properties": {"text": "a"}}]}»'`),
      /no markdown/,
      "error",
    ],
    [
      CODE,
      "a widget that is too wide",
      board(`'«{"widgets": [{"type": "text", "width": 25, "properties": {"markdown": "a"}}]}»'`),
      /width of a widget can't be 25/,
      "error",
    ],
    [
      CODE,
      "a widget that is as wide as the dashboard, with a period of ten minutes",
      board(
        `'{"widgets": [{"type": "metric", "width": 24, "properties": {"region": "us-east-1", "period": 600, "stat": "p99", "metrics": []}}]}'`,
      ),
    ],
    [
      CODE,
      "the abbreviation of a statistic",
      board(`«!Sub '{"widgets": [{"type": "metric", "properties": {"region": "\${AWS::Region}", "stat": "Avg"}}]}'»`),
      /can't be Avg/,
      "error",
    ],
    [CODE, "an input", target("«start»"), /JSON syntax error/],
    [CODE, "an input in quotes", target(`'"start"'`)],
  ]);
});
