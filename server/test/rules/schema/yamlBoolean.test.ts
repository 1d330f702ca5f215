import { equal } from "node:assert/strict";
import { checkRows, fixed } from "../checkRule.ts";

const CODE = "yaml-boolean";
const group = (value: string, type = "ElastiCache::ParameterGroup", key = "Properties"): string => `Resources:
  Group:
    Type: AWS::${type}
    Properties:
      ${key}:
        cluster-enabled: ${value}
`;

describe(CODE, () => {
  checkRows([
    [CODE, "yes", group("«yes»"), /yes is true in YAML 1.1/, "error"],
    [CODE, "OFF, of a database", group("«OFF»", "RDS::DBParameterGroup", "Parameters"), /OFF is false/],
    [CODE, "in quotes", group('"yes"')],
    [CODE, "a number, and a word that only begins so", group("1").replace("cluster", "a: only\n        b")],
    [CODE, "of another type", group("yes", "SSM::Document", "Content")],
  ]);

  it("is put in quotes", () => equal(fixed(CODE, group("yes")), group('"yes"')));
});
