import assert from "node:assert/strict";
import { jsonBody } from "../../src/snippets/jsonBody.ts";

const cases: readonly (readonly [name: string, body: string, expected: string])[] = [
  ["a text", "A: ${1:x}", '"A": "${1:x}"'],
  ["a number", "A: ${1:300}", '"A": ${1:300}'],
  ["quotes around a placeholder", "A: '${1:30}'", '"A": "${1:30}"'],
  ["quotes that belong to a placeholder", "A: ${1:'*'}", '"A": "${1:*}"'],
  ["a pair that is typed over as a whole", "${1:NAME: value}", '"${1:NAME}": "${2:value}"'],
];

describe("a snippet's body in JSON", () => {
  for (const [name, body, expected] of cases) it(`has ${name}`, () => assert.equal(jsonBody(body, "", "  "), expected));
});
