import assert from "node:assert/strict";
import { parse } from "../../src/model/reading/parse.ts";

const TEMPLATE = `{
  "Parameters": {
    "Name": {
      "Type": "String"
    }
  },
  "Resources": {
    "First": {
      "Type": "AWS::SNS::Topic"
    },
    "Second": {
      "Type": "AWS::SNS::Topic",
      "Properties": {
        "TopicName": "x"
      }
    },
    "Third": {
      "Type": "AWS::SQS::Queue"
    }
  },
  "Outputs": {
    "Out": {
      "Value": "x"
    }
  }
}
`;

/** Changes the template, and looks at what is still there, how many units are as before, and what is reported where. */
function check(before: string, after: string, untouched: number, problems: readonly string[]): void {
  assert.equal(TEMPLATE.split(before).length, 2, "the text to change stands there once");
  const text = TEMPLATE.replace(before, () => after);
  const whole = parse(TEMPLATE);
  const known = new Set(whole.units.map(({ unit }) => unit));
  const template = parse(text, whole);
  assert.deepEqual(
    template.sections.flatMap(({ entries }) => entries.map(({ name }) => name)),
    ["Name", "First", "Second", "Third", "Out"],
  );
  assert.deepEqual(
    template.units.map(({ unit }) => unit.text),
    parse(text).units.map(({ unit }) => unit.text),
  );
  assert.equal(template.units.filter(({ unit }) => known.has(unit)).length, untouched);
  assert.deepEqual(
    template.errors.map(({ span, code, argument = "" }) =>
      `${text.slice(0, span.start).split("\n").length}: ${code} ${argument}`.trimEnd(),
    ),
    problems,
  );
}

const CASES: readonly [string, string, string, number, readonly string[]][] = [
  ["an open string", '"TopicName": "x"', '"TopicName": "x', 7, ["14: unclosed-quote"]],
  ["a key without value", '"TopicName": "x"', '"TopicName"', 7, ["14: colon-missing"]],
  ["a bare word", '"TopicName": "x"', '"TopicName": tru', 7, ["14: json-value"]],
  ["an open brace", '"TopicName": "x"\n      }\n', '"TopicName": "x"\n', 7, ["11: unclosed-bracket }"]],
  ["a brace too many", '"x"\n      }\n', '"x"\n      }}\n', 7, ["16: text-behind-end"]],
  ["a comma between entries", '    },\n    "Second"', '    }\n    "Second"', 8, ["10: comma-missing"]],
  ["a comma behind the last", '"AWS::SQS::Queue"\n    }\n', '"AWS::SQS::Queue"\n    },\n', 8, ["19: trailing-comma"]],
];

describe("broken JSON, entry by entry", () => {
  for (const [name, before, after, untouched, messages] of CASES) {
    it(name, () => check(before, after, untouched, messages));
  }
});
