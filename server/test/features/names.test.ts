import assert from "node:assert/strict";
import { namedPlaces } from "../../src/features/namedPlaces.ts";
import { nameSearch } from "../../src/features/nameSearch.ts";
import { parse } from "../../src/model/reading/parse.ts";
import { drawn } from "../marked.ts";

const NAMES = ["WebServer", "DatabaseSubnet", "web", "MyWebServer", "SubnetWeb", "WaitExportBucket", "Database"];

const searches: readonly (readonly [query: string, ...expected: string[]])[] = [
  ["web", "web", "WebServer", "SubnetWeb", "MyWebServer", "WaitExportBucket"],
  ["WEB", "web", "WebServer", "SubnetWeb", "MyWebServer", "WaitExportBucket"],
  ["ds", "DatabaseSubnet", "Database"],
  ["data sub", "DatabaseSubnet"],
  ["dtbs", "Database", "DatabaseSubnet"],
  ["zz"],
];

describe("nameSearch", () => {
  for (const [query, ...expected] of searches)
    it(query, () =>
      assert.deepEqual(
        nameSearch(
          NAMES.map((name) => ({ name })),
          query,
          100,
        ).map(({ name }) => name),
        expected,
      ),
    );

  it("gives as many as are wanted", () => assert.equal(nameSearch([{ name: "a" }, { name: "b" }], "", 1).length, 1));
});

const NAMED = `Parameters:
  «Stage»:
    Type: String
Mappings:
  «Sizes»: {a: {b: c}}
Conditions:
  «IsLive»: !Equals [a, b]
Resources:
  «A»:
    Type: AWS::S3::Bucket
Outputs:
  "«Out»":
    Value: !Ref A
    Export:
      Name: !Sub "«x-\${Stage}»"
`;

describe("namedPlaces", () => {
  it("are entries and exports", () => {
    const text = NAMED.replace(/[«»]/g, "");
    assert.equal(drawn(text, namedPlaces(parse(text))), NAMED);
  });
});
