import assert from "node:assert/strict";
import { type FormatOptions, formatting } from "../../../src/features/document/formatting.ts";
import { withEdits } from "../../../src/features/format/edit.ts";
import { parse } from "../../../src/model/reading/parse.ts";

const TWO: FormatOptions = { tabSize: 2, insertSpaces: true };

/** The formatted text; formatting it again must change nothing. */
function formatted(text: string, options: FormatOptions = TWO): string {
  const result = withEdits(text, formatting(parse(text), options));
  assert.deepEqual(formatting(parse(result), options), []);
  return result;
}

type Row = readonly [name: string, before: string, after: string, options?: Partial<FormatOptions>];

const yaml: readonly Row[] = [
  [
    "one blank behind a colon",
    "Resources:\n  A:\n    Type:   x # why  not\n    Properties:\n      B:  !Ref  c\n      C:    |\n        d:  e\n      F: {G:  h}\n      I:\n        - J:   k\n",
    "Resources:\n  A:\n    Type: x # why  not\n    Properties:\n      B: !Ref  c\n      C: |\n        d:  e\n      F: {G:  h}\n      I:\n        - J: k\n",
  ],
  [
    "values that are aligned stay",
    "Resources:\n  A:\n    Tags:\n      - Key:   a\n        Value: b\n      - Key:   c\n\n        Value: d\n",
    "Resources:\n  A:\n    Tags:\n      - Key:   a\n        Value: b\n      - Key: c\n\n        Value: d\n",
  ],
  [
    "four blanks become two",
    "Resources:\n    A:\n        Type: x\n        Properties:\n            B: c\n",
    "Resources:\n  A:\n    Type: x\n    Properties:\n      B: c\n",
  ],
  [
    "two become four where the editor says so",
    "Resources:\n  A:\n    Tags:\n      - Key: a\n        Value: b\n",
    "Resources:\n    A:\n        Tags:\n            - Key: a\n              Value: b\n",
    { tabSize: 4 },
  ],
  [
    "mixed levels become the same",
    "Resources:\n   A:\n     Type: x\n   B:\n        Type: y\n",
    "Resources:\n  A:\n    Type: x\n  B:\n    Type: y\n",
  ],
  [
    "lists in the column of their key stay there",
    "Resources:\n    A:\n        Tags:\n        -   Key: a\n            Value: b\n        - - c\n          -   d\n",
    "Resources:\n  A:\n    Tags:\n    - Key: a\n      Value: b\n    - - c\n      -   d\n",
  ],
  [
    "functions with blocks",
    "Resources:\n  A:\n      B: !If\n          - C\n          - D: e\n      F:\n          'Fn::Join':\n              - ','\n              -   - a\n                  - !Sub b\n",
    "Resources:\n  A:\n    B: !If\n      - C\n      - D: e\n    F:\n      'Fn::Join':\n        - ','\n        - - a\n          - !Sub b\n",
  ],
  [
    "a script moves as a whole, and keeps what is at the ends of its lines",
    "Resources:\n    A:\n        B: |\n              echo  \n                x\n\n\n\n              y\n        C: d\n",
    "Resources:\n  A:\n    B: |\n      echo  \n        x\n\n\n\n      y\n    C: d\n",
  ],
  [
    "an indentation that is said moves with its key",
    "Resources:\n    A:\n        B: |2\n            x\n          y\n",
    "Resources:\n  A:\n    B: |2\n        x\n      y\n",
  ],
  [
    "what a script keeps at its end stays",
    "Resources:\n  A:\n    B: |+\n      x\n\n\n\n\n  C:\n    D: e\n",
    "Resources:\n  A:\n    B: |+\n      x\n\n\n\n\n  C:\n    D: e\n",
  ],
  [
    "texts and brackets over several lines",
    'Resources:\n    A:\n        B: [a,\n            b]\n        C: "d\n          e"   \n',
    'Resources:\n  A:\n    B: [a,\n        b]\n    C: "d\n      e"\n',
  ],
  [
    "comments go with what they belong to",
    "# top\nResources:\n    # A\n    A: # x\n        # B\n        B: c\n        # end of A\n\n    # C\n    C:\n        D: e\n# last\n",
    "# top\nResources:\n  # A\n  A: # x\n    # B\n    B: c\n    # end of A\n\n  # C\n  C:\n    D: e\n# last\n",
  ],
  [
    "no tabs where an editor has them",
    "Resources:\n    A: {}\n",
    "Resources:\n  A: {}\n",
    { tabSize: 8, insertSpaces: false },
  ],
  ["blanks at the ends of lines go", "Resources:  \n  A:\t\n    B: c # d \n", "Resources:\n  A:\n    B: c # d\n"],
  [
    "two blank lines in a row stay, none at the top",
    "\n\nResources:\n\n\n  A:\n    B: c\n\n\n\n \n  D:\n    E: f\n",
    "Resources:\n\n\n  A:\n    B: c\n\n\n  D:\n    E: f\n",
  ],
  ["a line break at the end, and no more", "Resources:\n  A:\n    B: c\n\n\n", "Resources:\n  A:\n    B: c\n"],
  ["a missing line break", "Resources:\n  A:\n    B: c", "Resources:\n  A:\n    B: c\n"],
  ["Windows' line breaks", "Resources:\r\n    A:  \r\n        B: c", "Resources:\r\n  A:\r\n    B: c\r\n"],
  [
    "quotes, anchors and other tags",
    "Resources:\n    A: &a\n        'B': \"c\"\n        D: !Foo\n            E: f\n    G: *a\n",
    "Resources:\n  A: &a\n    'B': \"c\"\n    D: !Foo\n      E: f\n  G: *a\n",
  ],
  [
    "anchors and tags behind dashes",
    "Resources:\n    A:\n        - &a\n            B: c\n        - !Foo\n            D: e\n",
    "Resources:\n  A:\n    - &a\n      B: c\n    - !Foo\n      D: e\n",
  ],
  ["a section in brackets", "Resources: {\n  A: {B: c}\n}\n", "Resources: {\n  A: {B: c}\n}\n"],
  ["broken text stays as it is", "Resources:\n    A: [b  \n    C: d\n", "Resources:\n    A: [b  \n    C: d\n"],
  ["repeated keys stay as they are", "Resources:\n    A: b  \n    A: c\n", "Resources:\n    A: b  \n    A: c\n"],
];

const json: readonly Row[] = [
  [
    "a line for each key and item",
    '{"B": [1.50, {"a":"b, c: {}"}],   "A": {}, "C": [ ]}',
    '{\n  "B": [\n    1.50,\n    {\n      "a": "b, c: {}"\n    }\n  ],\n  "A": {},\n  "C": []\n}\n',
  ],
  ["with tabs", '{"A": {"B": 1e3}}', '{\n\t"A": {\n\t\t"B": 1e3\n\t}\n}\n', { insertSpaces: false }],
  ["broken JSON stays as it is", '{"A":   [1,}', '{"A":   [1,}'],
  ["comments are no JSON", '{\n // a\n   "A":1}', '{\n // a\n   "A":1}'],
];

describe("formatting", () => {
  for (const [name, before, after, options] of [...yaml, ...json])
    it(name, () => assert.equal(formatted(before, { ...TWO, ...options }), after));
});
