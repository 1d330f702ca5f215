import assert from "node:assert/strict";
import { propertyOffset } from "../../src/change/propertyAt.ts";
import { parse } from "../../src/model/reading/parse.ts";
import { lineIndex } from "../../src/text/lineIndex.ts";

describe("where the notes on a changed place show", () => {
  const check = (name: string, drawn: string): void => {
    it(name, () => {
      const source = `Resources:\n  S:\n    Type: AWS::EC2::Instance\n    Properties:\n${drawn}\n`;
      const wanted = source.replace("<|>", "").indexOf("«");
      const text = source.replaceAll(/«|<\|>/g, "");
      const at = source.replace("«", "").indexOf("<|>");
      assert.equal(propertyOffset(parse(text), lineIndex(text).at(at)), wanted);
    });
  };
  check("an item", "      «SecurityGroupIds: [a, <|>!Ref G]");
  check("an item of a list in an item", "      Tags:\n        - Key: k\n          «Value: [<|>x]");
  check("a key", "      «<|>ImageId: !Ref I");
});
