import assert from "node:assert/strict";
import { diagnostics } from "../../src/features/diagnostics.ts";
import { parse } from "../../src/model/reading/parse.ts";
import { exampleContext } from "../rules/engine/ruleExamples.ts";

/** A script that signals something, beside a resource that waits for a signal. */
const signalling = (target: string): string => `Resources:
  A:
    Type: AWS::EC2::Instance
    Properties:
      UserData:
        Fn::Base64: !Sub cfn-signal -e $? --stack \${AWS::StackName} --resource ${target} --region \${AWS::Region}
  B:
    Type: AWS::EC2::Instance
    CreationPolicy: {ResourceSignal: {Count: 1}}
`;

describe("clusters after an edit", () => {
  it("are those of the new text, where every resource has the name that it had", () => {
    let template = parse(signalling("Nothing"));
    const check = (): boolean =>
      diagnostics(template, exampleContext).some(({ code }) => code === "bootstrap-unsignalled");
    const found = [check()];
    for (const target of ["B", "Nothing", "B"]) {
      template = parse(signalling(target), template);
      found.push(check());
    }
    assert.deepEqual(found, [true, false, true, false]);
  });
});
