import assert from "node:assert/strict";
import { commands, env, type TextDocument, window } from "vscode";
import { cfnNotes, eventAfter, moveCaretInto, positionOf, remove, setSetting, show, write } from "./support.ts";

const TEMPLATE = `Resources:
  Vpc:
    Type: AWS::EC2::VPC
  Subnet:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.0.0/24
`;

describe("Pictures of a template", () => {
  let document: TextDocument;

  before(async () => {
    await setSetting("language", "en");
    await write("pictures/stack.yaml", TEMPLATE);
    document = await show("pictures/stack.yaml");
  });

  after(async () => {
    await window.showTextDocument(document);
    await commands.executeCommand("workbench.action.files.revert");
    await commands.executeCommand("workbench.action.closeAllEditors");
    await setSetting("language", undefined);
    await remove("pictures");
  });

  it("draws the graph, goes to a resource, and follows the text", async () => {
    const { graph } = (await cfnNotes()).pictures;
    const drawn = await eventAfter(
      graph.onDidDraw,
      ({ titles }) => titles.length === 2,
      () => commands.executeCommand("cfnNotes.showTemplateGraph"),
    );
    assert.deepEqual(drawn, { type: "drawn", titles: ["Vpc", "Subnet"], lines: 1 });
    await graph.reveal(1);
    assert.equal(window.activeTextEditor?.document, document);
    assert.deepEqual(window.activeTextEditor.selection.active, positionOf(document, "Subnet:"));
    const end = document.positionAt(TEMPLATE.length);
    await eventAfter(
      graph.onDidDraw,
      ({ titles }) => titles.includes("Queue"),
      () => window.activeTextEditor?.edit((edit) => edit.insert(end, "  Queue:\n    Type: AWS::SQS::Queue\n")),
    );
    assert.deepEqual(
      graph.answer?.boxes.map(({ severity }) => severity),
      [undefined, undefined, "add"],
    );
  });

  it("copies the graph as Mermaid", async () => {
    const { graph } = (await cfnNotes()).pictures;
    await graph.save("mermaid");
    assert.match(await env.clipboard.readText(), /^flowchart RL\n {2}n0\["Vpc<br\/>AWS::EC2::VPC"\]\n/);
  });

  it("draws the order of the update, of a creation, and of a deletion", async () => {
    const { order } = (await cfnNotes()).pictures;
    moveCaretInto("Vpc:");
    const titlesAfter = async (count: number, action: () => unknown): Promise<readonly string[]> =>
      (await eventAfter(order.onDidDraw, ({ titles }) => titles.length === count, action)).titles;
    const update = await titlesAfter(1, () => commands.executeCommand("cfnNotes.showDeploymentOrder"));
    assert.deepEqual(update, ["Queue"]);
    assert.deepEqual(await titlesAfter(3, () => order.choose("create")), ["Vpc", "Queue", "Subnet"]);
    const deleted = await eventAfter(
      order.onDidDraw,
      ({ titles }) => titles.at(-1) === "Vpc",
      () => order.choose("delete"),
    );
    assert.deepEqual(deleted.titles, ["Subnet", "Queue", "Vpc"]);
  });
});
