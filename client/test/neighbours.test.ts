import assert from "node:assert/strict";
import { type CompletionList, commands, type DocumentLink, type Location, WorkspaceEdit, workspace } from "vscode";
import { cfnNotes, fileUri, hoverTextIn, positionOf, remove, setSetting, show, write } from "./support.ts";

const PARENT = `Resources:
  Network:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: ./network.yaml
      Parameters:
        Cidr: 10.0.0.0/16
  Topic:
    Type: AWS::SNS::Topic
    Properties:
      TopicName: !ImportValue shared-name
`;
const CHILD = `Parameters:
  Cidr:
    Type: String
    Description: What the network has
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: !Ref Cidr
`;
const EXPORTING = `Resources:
  Queue:
    Type: AWS::SQS::Queue
Outputs:
  Name:
    Value: !GetAtt Queue.QueueName
    Export:
      Name: shared-name
`;

describe("Templates beside a template", () => {
  before(async () => {
    await setSetting("language", "en");
    await write("beside/parent.yaml", PARENT);
    await write("beside/network.yaml", CHILD);
    await write("beside/exporting.yaml", EXPORTING);
    await (await cfnNotes()).server.start();
  });

  after(async () => {
    await commands.executeCommand("workbench.action.closeAllEditors");
    await setSetting("language", undefined);
    await remove("beside");
  });

  it("that are nested are linked, and lead to their parameters", async () => {
    const document = await show("beside/parent.yaml");
    const links = await commands.executeCommand<DocumentLink[]>("vscode.executeLinkProvider", document.uri);
    const targets = links.map(({ target }) => target?.toString());
    assert.ok(targets.includes(fileUri("beside/network.yaml").toString()), targets.join());
    const [declared] = await commands.executeCommand<Location[]>(
      "vscode.executeDefinitionProvider",
      document.uri,
      positionOf(document, "Cidr: 10").translate(0, 1),
    );
    assert.ok(declared);
    assert.equal(uriOf(declared), fileUri("beside/network.yaml").toString());
    assert.match(await hoverTextIn(document, "Cidr: 10"), /What the network has/);
  });

  it("that nest one are renamed with it", async () => {
    const { uri } = await show("beside/network.yaml");
    const document = await show("beside/network.yaml");
    const at = positionOf(document, "Cidr:").translate(0, 1);
    const edit = await commands.executeCommand<WorkspaceEdit>("vscode.executeDocumentRenameProvider", uri, at, "Range");
    assert.deepEqual(
      edit
        .entries()
        .map(([file]) => file.path.replace(/^.*\//, ""))
        .sort(),
      ["network.yaml", "parent.yaml"],
    );
  });

  it("that nest one still lead to it when its file is moved", async () => {
    const document = await show("beside/parent.yaml");
    const move = async (from: string, to: string): Promise<string> => {
      const edit = new WorkspaceEdit();
      edit.renameFile(fileUri(from), fileUri(to));
      assert.ok(await workspace.applyEdit(edit));
      return /TemplateURL: (.*)/.exec(document.getText())?.[1] ?? "";
    };
    assert.equal(await move("beside/network.yaml", "beside/parts/vpc.yaml"), "./parts/vpc.yaml");
    assert.equal(await move("beside/parts/vpc.yaml", "beside/network.yaml"), "./network.yaml");
    await document.save();
  });

  it("have exports, which are offered and led to", async () => {
    const document = await show("beside/parent.yaml");
    const at = positionOf(document, "shared-name");
    const offered = async (): Promise<readonly string[]> => {
      const provider = "vscode.executeCompletionItemProvider";
      const { items } = await commands.executeCommand<CompletionList>(provider, document.uri, at);
      return items.map(({ label }) => (typeof label === "string" ? label : label.label));
    };
    // While changed files are read, what they held before is offered.
    while (!(await offered()).includes("shared-name"));
    const [exported] = await commands.executeCommand<Location[]>(
      "vscode.executeDefinitionProvider",
      document.uri,
      at.translate(0, 1),
    );
    assert.ok(exported);
    assert.equal(uriOf(exported), fileUri("beside/exporting.yaml").toString());
  });

  /** The editor gives links with more to them than a location has. */
  function uriOf(place: Location): string {
    return ("targetUri" in place ? (place.targetUri as Location["uri"]) : place.uri).toString();
  }
});
