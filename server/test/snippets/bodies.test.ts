import assert from "node:assert/strict";
import type { ObjectType } from "../../src/catalogue/types/catalogue.ts";
import { alternatives, schemaAt } from "../../src/catalogue/types/schemaAt.ts";
import { completion } from "../../src/features/completion.ts";
import { parse } from "../../src/model/reading/parse.ts";
import { entriesOf, type Template } from "../../src/model/template.ts";
import { type Node, typeNameOf } from "../../src/model/tree/node.ts";
import { topics } from "../../src/notes/topics/all.ts";
import { allSnippets } from "../../src/snippets/allSnippets.ts";
import { plainBody } from "../../src/snippets/plainBody.ts";
import type { Snippet, SnippetPlace } from "../../src/snippets/snippet.ts";
import { loadCatalogue } from "../catalogue/loadCatalogue.ts";
import { applied } from "../features/completion/completionCheck.ts";
import { withCaret } from "../marked.ts";
import { found } from "../rules/checkRule.ts";

const snippets = allSnippets();
const catalogue = loadCatalogue();

/** Those of keys and names have a test of their own. */
type Place = Exclude<SnippetPlace, { readonly in: "key" | "name" }>;

/** A template with a caret where the snippet is legal. */
function sourceFor(where: Place): string {
  switch (where.in) {
    case "template":
      return "<|>\nResources:\n  Bucket:\n    Type: AWS::S3::Bucket\n";
    case "empty":
      return "<|>\n";
    case "section":
      return `Outputs:\n  Own:\n    Value: x\n${where.section}${where.section === "Outputs" ? "x" : ""}:\n  <|>\n`.replace(
        "Outputs:\n  Own:\n    Value: x\nOutputsx",
        "Outputs",
      );
    case "resource": {
      const isGroup = where.types[0] === "AWS::AutoScaling::AutoScalingGroup";
      return `Resources:\n  Own:\n    Type: ${where.types[0] ?? "AWS::S3::Bucket"}\n    <|>\n${isGroup ? LAUNCHED : ""}`;
    }
    case "path": {
      const keys = where.path.map((key, index) => `${"  ".repeat(index + 2)}${key === "*" ? "config" : key}:`);
      return `${MAPPINGS}Resources:\n  Own:\n    Type: ${where.types[0]}\n${keys.join("\n")}\n${"  ".repeat(keys.length + 2)}<|>\n`;
    }
    case "value":
      return "Resources:\n  Own:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: <|>\n";
    case "script": {
      const [open, close] = where.shell === "bash" ? ["#!/bin/bash", "exit 0"] : ["<powershell>", "</powershell>"];
      return `Resources:\n  Own:\n    Type: AWS::EC2::Instance\n    Properties:\n      UserData:\n        Fn::Base64: !Sub |\n          ${open}\n          <|>\n          ${close}\n`;
    }
  }
}

/** What `Fn::FindInMap` reads. */
const MAPPINGS = "Mappings:\n  Images:\n    us-east-1:\n      AMI: ami-0123456789abcdef0\n";
const JSON_MAPPINGS = '"Mappings": {"Images": {"us-east-1": {"AMI": "ami-0123456789abcdef0"}}}';

/** A group whose instances have a script of this template. */
const LAUNCHED =
  "    Properties:\n      LaunchTemplate:\n        LaunchTemplateId: !Ref Template\n  Template:\n    Type: AWS::EC2::LaunchTemplate\n    Properties:\n      LaunchTemplateData:\n        ImageId: x\n";
const JSON_LAUNCHED =
  '"Properties": {"LaunchTemplate": {"LaunchTemplateId": {"Ref": "Template"}}}}, "Template": {"Type": "AWS::EC2::LaunchTemplate", "Properties": {"LaunchTemplateData": {"ImageId": "x"}}';

/** The same in JSON; the caret follows a key that is there already. */
function jsonSourceFor(where: Place): string | undefined {
  const own = (type: string, rest: string): string =>
    `{${JSON_MAPPINGS}, "Resources": {"Own": {"Type": "${type}"${rest}}}}`;
  switch (where.in) {
    case "template":
      return '{\n  "Description": "x",\n  <|>\n}';
    case "empty":
      return "{\n  <|>\n}";
    case "section":
      return `{\n  "${where.section}": {\n    <|>\n  }\n}`;
    case "resource":
      if (where.types[0] === "AWS::AutoScaling::AutoScalingGroup")
        return own(where.types[0], `,\n      <|>\n      ${JSON_LAUNCHED}`);
      return own(where.types[0] ?? "AWS::S3::Bucket", ",\n      <|>\n    ");
    case "path": {
      const keys = where.path.map((key) => (key === "*" ? "config" : key));
      const open = keys
        .map((key, index) => `"${key}": ${where.item && index === keys.length - 1 ? "[" : "{"}`)
        .join("");
      const close = keys.map((_, index) => (where.item && index === 0 ? "]" : "}")).join("");
      return own(where.types[0] ?? "", `, ${open}\n        <|>\n      ${close}`);
    }
    case "value":
      return own("AWS::S3::Bucket", ', "Properties": {"BucketName": <|>}');
    case "script":
      return undefined;
  }
}

/** The template after a snippet was inserted with its defaults. */
function inserted(snippet: Snippet, source: string): string {
  const { text, offset } = withCaret(source);
  const { items } = completion(
    { template: parse(text), catalogue, snippets: [snippet], exports: [], language: "en", snippetSupport: true },
    offset,
  );
  const item = items.find(({ kind }) => kind === "snippet");
  assert.ok(item, `not offered in:\n${source}`);
  return applied(text, { ...item, insertText: plainBody(item.insertText), snippet: false });
}

/** Keys and values of all resources that the catalogue does not know, and required keys that are missing. */
function faults(template: Template): string[] {
  const found: string[] = template.errors.map(({ code }) => code);
  for (const { name, value } of entriesOf(template, "Resources")) {
    const type = typeNameOf(value);
    if (type === undefined || catalogue.resourceType(type) === undefined) found.push(`${name}: ${type}`);
    else visit(value, catalogue.resourceBody(type), [], (fault) => found.push(`${name}.${fault}`));
  }
  return found;
}

function visit(
  node: Node,
  root: ObjectType,
  path: readonly (string | number)[],
  report: (fault: string) => void,
): void {
  if (node.kind === "map") {
    for (const { key, value } of node.pairs) {
      if (schemaAt(root, [...path, key.text]) === undefined) report([...path, key.text].join("."));
      else visit(value, root, [...path, key.text], report);
    }
  } else if (node.kind === "list") {
    for (const [index, item] of node.items.entries()) visit(item, root, [...path, index], report);
  } else if (node.kind === "scalar") {
    const types = alternatives(schemaAt(root, path)?.type ?? { kind: "any" });
    const lists = types.length > 0 && types.every(({ kind }) => kind === "object" || kind === "list");
    const values = types.flatMap((type) => (type.kind === "string" && type.closed === true ? (type.enum ?? []) : []));
    if (lists || (values.length > 0 && types.length === 1 && !values.includes(node.text)))
      report(`${path.join(".")}: ${node.text}`);
  }
}

/** Names that a template has nothing for. */
function unresolved(text: string): string[] {
  return found(text).flatMap(({ code, message }) => (UNRESOLVED.test(code) ? [message] : []));
}

const UNRESOLVED = /^unknown-(?:ref|get-att|mapping|depends-on|condition)$/;

describe("snippets", () => {
  it("are read without a problem, each under a name of its own", () => {
    assert.ok(snippets.length > 50);
    assert.equal(new Set(snippets.map(({ id }) => id)).size, snippets.length);
  });

  const ids = new Set(topics.map(({ id }) => id));
  for (const snippet of snippets) {
    it(`${snippet.id}: a topic that exists`, () =>
      assert.ok(snippet.topic === undefined || ids.has(snippet.topic), snippet.topic));
    for (const where of snippet.where) {
      if (where.in === "key" || where.in === "name") continue;
      it(`${snippet.id}: ${JSON.stringify(where)}`, () => {
        const source = sourceFor(where);
        const text = inserted(snippet, source);
        assert.deepEqual(faults(parse(text)), [], text);
        assert.ok(!/\$CFN_|\$\{\d|(?<!\S)\$\d/.test(text), text);
        assert.deepEqual(unresolved(text), [], text);
        const wide = inserted(
          snippet,
          source.replace(/^ +/gm, (blanks) => blanks + blanks),
        );
        assert.deepEqual(faults(parse(wide)), [], wide);
        const jsonSource = jsonSourceFor(where);
        if (jsonSource === undefined) return;
        const json = inserted(snippet, jsonSource);
        assert.doesNotThrow(() => JSON.parse(json), json);
        assert.deepEqual(faults(parse(json)), [], json);
      });
    }
  }
});
