import assert from "node:assert/strict";
import fc from "fast-check";
import { focusAt } from "../../../src/model/focus/focusAt.ts";
import { parse } from "../../../src/model/reading/parse.ts";
import { type Candidate, candidates } from "../../../src/notes/binding/candidates.ts";
import { match } from "../../../src/notes/binding/match.ts";
import { ownThings } from "../../../src/notes/ownNames/ownCandidates.ts";
import { bindingPlace } from "../../../src/notes/places/bindingPlace.ts";
import { placeText } from "../../../src/notes/places/placeText.ts";
import { splitMarks } from "../../../src/notes/reading/frontMatter.ts";
import { type NotePlace, parsePlace } from "../../../src/notes/reading/note.ts";
import { runs } from "../../effort.ts";
import { properties, resource, script } from "../noteAt.ts";
import { askedAt, focusIn, fullIndex } from "./fullIndex.ts";

const { catalogue } = fullIndex().vocabulary;

/** The place that a marker gets at a caret, and that a note with it shows there. */
function check(template: string, place: string | undefined): void {
  it(`names ${place ?? "nothing"}`, () => {
    const focus = focusIn(template);
    assert.equal(bindingPlace(focus, catalogue), place);
    if (place === undefined) return;
    const marked = fullIndex(`# Any words at all\n<!-- cfn: ${place} -->\n\nText.\n`);
    assert.deepEqual(
      marked.at(focus, askedAt(template)).map(({ note }) => note.title),
      ["Any words at all"],
    );
  });
}

describe("the place of a marker", () => {
  describe("at a caret", () => {
    check("Out<|>puts:\n  X:\n    Value: a\n", "section:Outputs");
    check('AWSTemplateFormatVersion: "2010-<|>09-09"\nResources: {}\n', "section:AWSTemplateFormatVersion");
    check("Resources:\n  Que<|>ue:\n    Type: AWS::SQS::Queue\n", "id:Queue");
    check("Parameters:\n  Stage:\n    Type: String\nOutputs:\n  O:\n    Value: !Ref Sta<|>ge\n", "id:Stage");
    check("Resources:\n  Queue:\n    Type: AWS::SQS::Qu<|>eue\n", "AWS::SQS::Queue");
    check("Resources:\n  Queue:\n    Type: Custom::My-<|>Thing\n", "Custom::My-Thing");
    check(properties("AWS::SQS::Queue", "Visibility<|>Timeout: 30"), "AWS::SQS::Queue.VisibilityTimeout");
    check(properties("AWS::SQS::Queue", "VisibilityTimeout: 3<|>0"), "AWS::SQS::Queue.VisibilityTimeout");
    check(properties("AWS::Route53::RecordSet", "Type: <|>A"), "AWS::Route53::RecordSet.Type=A");
    check(properties("AWS::S3::Bucket", "BucketName: my-own-buc<|>ket"), "AWS::S3::Bucket.BucketName");
    check(
      properties("AWS::ElasticLoadBalancing::LoadBalancer", "Listeners:\n  - Proto<|>col: HTTP"),
      "AWS::ElasticLoadBalancing::LoadBalancer.Listeners.Protocol",
    );
    check(resource("AWS::S3::Bucket", "Deletion<|>Policy: Retain"), "attribute:DeletionPolicy");
    check(resource("AWS::S3::Bucket", "DeletionPolicy: Ret<|>ain"), "attribute:DeletionPolicy=Retain");
    check(
      resource("AWS::EC2::Instance", "CreationPolicy:\n  ResourceSignal:\n    Time<|>out: PT5M"),
      "attribute:CreationPolicy.ResourceSignal.Timeout",
    );
    check("Parameters:\n  P:\n    Typ<|>e: String\n", "section:Parameters.Type");
    check("Parameters:\n  P:\n    Type: Str<|>ing\n", "section:Parameters.Type=String");
    check("Parameters:\n  P:\n    Type: String\n    Default: mi<|>ne\n", undefined);
    check("Outputs:\n  O:\n    Export:\n      Na<|>me: x\n", "section:Outputs.Export.Name");
    check(
      resource(
        "AWS::EC2::Instance",
        "Metadata:\n  AWS::CloudFormation::Init:\n    web:\n      packa<|>ges:\n        yum: {}",
      ),
      "metadata:AWS::CloudFormation::Init.*.packages",
    );
    check(
      resource(
        "AWS::EC2::Instance",
        "Metadata:\n  AWS::CloudFormation::Init:\n    web:\n      files:\n        /etc/cfn/cfn-hup.conf:\n          mo<|>de: '000400'",
      ),
      "metadata:AWS::CloudFormation::Init.*.files.*.mode",
    );
    check(properties("AWS::S3::Bucket", "BucketName: !S<|>ub '${AWS::Region}-x'"), "function:Fn::Sub");
    check(properties("AWS::S3::Bucket", "BucketName: !Sub '${AWS::Reg<|>ion}-x'"), "pseudo:AWS::Region");
    check(properties("AWS::S3::Bucket", "BucketName: !Ref Na<|>me"), "id:Name");
    check(script("/opt/aws/bin/cfn-sig<|>nal --resource X"), "word:cfn-signal");
    check(
      properties("AWS::CloudWatch::Dashboard", `DashboardBody: '{"a": ["Spillover<|>Count"]}'`),
      "text:SpilloverCount",
    );
  });

  it("is read back as it was written, whatever stands in templates", () => {
    const text = fc.string({ unit: fc.constantFrom(..."aB9 .,=*-<>:/\n「・"), minLength: 1, maxLength: 12 });
    const path = fc.array(text, { minLength: 1, maxLength: 4 });
    const value = fc.option(text, { nil: undefined });
    const place: fc.Arbitrary<NotePlace> = fc.oneof(
      fc.record({ kind: fc.constant("property" as const), type: fc.constant("AWS::SQS::Queue"), path, value }),
      fc.record({ kind: fc.constant("section" as const), section: fc.constant("Outputs"), path, value }),
      path.chain((rest) =>
        fc.record({ kind: fc.constant("attribute" as const), path: fc.constant(["UpdatePolicy", ...rest]), value }),
      ),
      path.chain((rest) =>
        fc.record({ kind: fc.constant("metadata" as const), path: fc.constant(["Any::Key", ...rest]), value }),
      ),
    );
    fc.assert(
      fc.property(place, (written) => {
        const [mark = "", ...others] = splitMarks(placeText(written));
        assert.deepEqual(others, []);
        assert.ok(!/[<>\n]/.test(mark));
        const read = parsePlace(mark);
        assert.ok(read, mark);
        assert.notEqual(match(read, { place: written, specificity: 90 } as Candidate), undefined, mark);
      }),
      { numRuns: runs(500) },
    );
  });

  it("is read back for every word of a template that has one", () => {
    const words =
      "Type Properties Tags Key Value Ref Fn::Sub !Ref !GetAtt ${AWS::StackName} a,b x=y a.b --> 'q' [1, 2]";
    const line = fc.array(fc.constantFrom(...words.split(" ")), { minLength: 1, maxLength: 6 });
    const body = fc.array(fc.tuple(fc.nat(4), line), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(body, fc.nat(400), (lines, at) => {
        const inner = lines.map(([depth, parts]) => `${" ".repeat(2 * depth)}${parts.join(": ")}`).join("\n");
        const text = properties("AWS::SQS::Queue", inner);
        const offset = at % text.length;
        const focus = focusAt(parse(text), offset);
        if (focus === undefined) return;
        const place = bindingPlace(focus, catalogue);
        if (place === undefined) return;
        const read = parsePlace(place);
        const here = [...candidates(focus), ...(ownThings(focus)?.candidates ?? [])];
        assert.ok(read && here.some((candidate) => match(read, candidate) !== undefined), place);
      }),
      { numRuns: runs(500) },
    );
  });
});
