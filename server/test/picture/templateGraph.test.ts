import assert from "node:assert/strict";
import { TextDocument } from "vscode-languageserver-textdocument";
import { graphAnswer } from "../../src/lsp/views/graphPicture.ts";
import { parse } from "../../src/model/reading/parse.ts";
import { latestLayout } from "../../src/picture/graphLayout.ts";
import { stackGraph } from "../../src/picture/stackGraph.ts";
import type { TemplateGraph } from "../../src/protocol/template.ts";

const STACK = `Resources:
  Vpc: { Type: AWS::EC2::VPC }
  Subnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc } }
  Server:
    Type: AWS::EC2::Instance
    DependsOn: Queue
    Properties: { SubnetId: !Ref Subnet, UserData: !Sub "\${Vpc} \${Queue.Arn}" }
  Queue: { Type: AWS::SQS::Queue, DependsOn: Subnet }
  Alone: { Type: "Custom::<b>\\"&x" }
`;

function graphOf(text: string, service = "", as?: "svg" | "mermaid"): TemplateGraph {
  const document = TextDocument.create("file:///a.yaml", "yaml", 1, text);
  const steps = graphAnswer({
    graph: stackGraph(parse(text)),
    changes: new Map(),
    document,
    service,
    as,
    layoutOf: latestLayout(),
  });
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

const linesOf = ({ boxes, lines }: TemplateGraph): readonly string[] =>
  lines.map(
    ({ from, to, label, isOrder, path }) =>
      `${boxes[from]?.title} ${label} ${boxes[to]?.title}${isOrder ? " (order)" : ""}${path === "" ? " (implied)" : ""}`,
  );

/** So many resources, each of which refers to some before it. */
function large(count: number, refers: (index: number) => readonly number[], type = "AWS::SQS::Queue"): string {
  const resources = Array.from({ length: count }, (_, index) => {
    const dependsOn = refers(index).map((one) => `R${one}`);
    return `  R${index}: { Type: ${index % 2 === 0 ? type : "AWS::SNS::Topic"}, DependsOn: [${dependsOn.join(", ")}] }`;
  });
  return `Resources:\n${resources.join("\n")}\n`;
}

describe("template graph", () => {
  it("has a line for each reference, and draws those that no others imply", () =>
    assert.deepEqual(linesOf(graphOf(STACK)), [
      "Subnet Ref Vpc",
      "Server DependsOn, Fn::Sub Queue",
      "Server Ref Subnet (implied)",
      "Server Fn::Sub Vpc (implied)",
      "Queue DependsOn Subnet (order)",
    ]));

  it("has no line from a resource to itself", () =>
    assert.deepEqual(linesOf(graphOf("Resources:\n  A: { Type: AWS::SNS::Topic, DependsOn: A }\n")), []));

  it("puts what is referred to on the left, and nothing over something else", () => {
    const { boxes, lines, width, height } = graphOf(STACK);
    for (const { from, to } of lines) assert.ok((boxes[to]?.x ?? 0) < (boxes[from]?.x ?? 0), `${from} → ${to}`);
    for (const [index, one] of boxes.entries()) {
      assert.ok(one.x >= 0 && one.y >= 0 && one.x + one.width <= width + 1 && one.y + one.height <= height + 1);
      for (const other of boxes.slice(index + 1)) {
        const isApart =
          one.x + one.width <= other.x ||
          other.x + other.width <= one.x ||
          one.y + one.height <= other.y ||
          other.y + other.height <= one.y;
        assert.ok(isApart, `${one.title} lies over ${other.title}`);
      }
    }
  });

  it("says where a resource stands, its name and all of it", () => {
    const [, subnet] = graphOf(STACK).boxes;
    assert.deepEqual(subnet?.range, { start: { line: 2, character: 2 }, end: { line: 2, character: 8 } });
    assert.equal(subnet?.entry?.end.character, STACK.split("\n")[2]?.length);
  });

  it("shows one service with what is right beside it", () => {
    const { boxes, service, services } = graphOf(STACK, "AWS::SQS");
    assert.deepEqual([service, boxes.map(({ title }) => title)], ["AWS::SQS", ["Subnet", "Server", "Queue"]]);
    assert.deepEqual(services[0], { name: "AWS::EC2", count: 3 });
  });

  it("shows services in place of too many resources", () => {
    const text = large(700, (index) => (index > 1 ? [index - 1, index >> 1] : []));
    const { boxes, isGrouped, lines } = graphOf(text);
    assert.deepEqual(
      [isGrouped, boxes.map(({ title, detail }) => `${title} ${detail}`)],
      [true, ["AWS::SQS 350", "AWS::SNS 350"]],
    );
    assert.equal(lines.length, 2);
    const entered = graphOf(text, "AWS::SQS");
    assert.deepEqual([entered.boxes.length, entered.leftOut > 0, entered.isGrouped], [600, true, false]);
  });

  it("lays out again only what is another graph", () => {
    const layoutOf = latestLayout();
    const result = (boxes: readonly { readonly width: number; readonly height: number }[]): object => {
      const steps = layoutOf({ boxes, lines: [{ from: 0, to: 1 }] });
      let step = steps.next();
      while (step.done !== true) step = steps.next();
      return step.value;
    };
    const box = { width: 100, height: 40 };
    const first = result([box, box]);
    assert.equal(result([{ ...box }, box]), first);
    assert.notEqual(result([box, { ...box, width: 120 }]), first);
  });

  it("ends, whatever refers to what", () => {
    const shapes = [
      large(600, (index) => [index - 1, index - 7, index - 90].filter((one) => one >= 0)),
      large(600, (index) => (index < 300 ? [index - 1].filter((one) => one >= 0) : [index - 300, (index * 7) % 300])),
      large(600, (index) => Array.from({ length: 20 }, (_, at) => (index * 31 + at * 17) % 600)),
      large(600, (index) => [(index + 1) % 600]),
    ];
    for (const text of shapes) assert.ok(graphOf(text).boxes.length > 0);
  }).timeout(120_000);

  it("is written as Mermaid and as SVG, with names as text", () => {
    const mermaid = graphOf(STACK, "", "mermaid").text ?? "";
    assert.ok(mermaid.startsWith('flowchart RL\n  n0["Vpc<br/>AWS::EC2::VPC"]'), mermaid);
    assert.ok(mermaid.includes('n4["Alone<br/>Custom::#60;b#62;#34;#38;x"]'), mermaid);
    assert.ok(mermaid.includes("  n3 -.-> n1\n"), mermaid);
    const svg = graphOf(STACK, "", "svg").text ?? "";
    assert.ok(svg.includes("Custom::&#60;b&#62;&#34;&#38;x"), svg);
    assert.equal(svg.match(/<g /g)?.length, 5);
  });
});
