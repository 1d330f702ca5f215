import assert from "node:assert/strict";
import { jsonBody } from "../../src/snippets/jsonBody.ts";

const cases: readonly (readonly [name: string, body: string, expected: string])[] = [
  ["a text", "A: ${1:x}", '"A": "${1:x}"'],
  ["a number", "A: ${1:300}", '"A": ${1:300}'],
  ["quotes around a placeholder", "A: '${1:30}'", '"A": "${1:30}"'],
  ["quotes that belong to a placeholder", "A: ${1:'*'}", '"A": "${1:*}"'],
  ["a pair that is typed over as a whole", "${1:NAME: value}", '"${1:NAME}": "${2:value}"'],
  ["a placeholder within brackets", "A: [!Ref ${1:x}, ${2:y}]", '"A": [\n  { "Ref": "${1:x}" \\},\n  "${2:y}"\n]'],
  [
    "a script, line by line",
    "A:\n  Fn::Base64: !Sub |\n    #!/bin/bash\n    ${1}\n    echo \\${B}",
    '"A": { "Fn::Base64": { "Fn::Join": ["\\\\n", [\n  "#!/bin/bash",\n  "${1:}",\n  { "Fn::Sub": "echo \\${B}" \\}\n]] \\} \\}',
  ],
];

describe("a snippet's body in JSON", () => {
  for (const [name, body, expected] of cases) it(`has ${name}`, () => assert.equal(jsonBody(body, "", "  "), expected));
});
