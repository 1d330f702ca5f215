import assert from "node:assert/strict";
import { searchEntries, searchResources } from "../../../src/model/incremental/searchEntries.ts";
import { parse } from "../../../src/model/reading/parse.ts";

const looked: string[] = [];

const queuesAndTopics = searchResources(["AWS::SQS::Queue", "AWS::SNS::Topic"], ({ name }, type) => {
  looked.push(name);
  return type.slice("AWS::".length);
});

const TEXT = `Resources:
  First:
    Type: AWS::S3::Bucket
  Second:
    Type: AWS::S3::Bucket
  Third:
    Type: AWS::S3::Bucket
Outputs:
  Fourth:
    Type: AWS::SQS::Queue
`;

/** Edits one after the other, what is found then, and what is looked at for it. */
const EDITS: readonly [from: string, to: string, found: string, lookedAt: string][] = [
  ["Outputs", "Outputs", "", ""],
  ["Second:\n    Type: AWS::S3::Bucket", "Second:\n    Type: AWS::SQS::Queue", "Second SQS::Queue", "Second"],
  [
    "First:\n    Type: AWS::S3::Bucket",
    "First:\n    Type: AWS::SNS::Topic",
    "First SNS::Topic, Second SQS::Queue",
    "First",
  ],
  ["  Third:", "    DependsOn: First\n  Third:", "First SNS::Topic, Second SQS::Queue", "Second"],
  ["    Type: AWS::SNS::Topic", "    Type: AWS::SNS::Topics", "Second SQS::Queue", ""],
  ["    Type: AWS::SQS::Queue\n    DependsOn", "    Type: AWS::S3::Bucket\n    DependsOn", "", ""],
  ["Third:\n    Type: AWS::S3::Bucket", "Third:\n    Type: AWS::SNS::Topic", "Third SNS::Topic", "Third"],
];

describe("searching among the resources of some types", () => {
  it("finds those of today, and looks at those that are new", () => {
    let template = parse(TEXT);
    for (const [from, to, found, lookedAt] of EDITS) {
      assert.ok(template.text.includes(from), from);
      template = parse(template.text.replace(from, to), template);
      looked.length = 0;
      const names = queuesAndTopics(template).map((one) => `${one.entry.name} ${one.found}`);
      assert.deepEqual([names.join(", "), looked.join(", ")], [found, lookedAt], to);
    }
  });
});

const calledAs = searchEntries(({ name }, wanted: string) => (name === wanted ? name : undefined));

describe("searching in a chunk that is like another one", () => {
  it("takes over what is found there for the same question alone", () => {
    const template = parse(TEXT);
    const sections = template.sections.map((section) => ({
      ...section,
      chunks: section.chunks.map((placed) => ({
        ...placed,
        chunk: {
          section: section.name,
          memos: new Map(),
          previous: undefined,
          like: { chunk: placed.chunk, others: [1] },
        },
      })),
    }));
    const like = { ...template, sections, memos: new Map() };
    for (const asked of ["First", "Second"]) assert.equal(calledAs(template, "Resources", asked)[0]?.entry.name, asked);
    assert.equal(calledAs(like, "Resources", "Third")[0]?.found, "Third");
  });
});
