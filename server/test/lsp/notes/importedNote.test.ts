import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Hover, MarkupContent } from "vscode-languageserver-types";
import type { NotesAt, PlaceExplanation } from "../../../src/protocol/notes.ts";
import type { WritingPlaceResult } from "../../../src/protocol/writing.ts";
import { Client } from "../client.ts";

const NETWORK = `Resources:
  PublicSubnetA:
    Type: AWS::EC2::Subnet
Outputs:
  PublicSubnetA:
    Value: !Ref PublicSubnetA
    Export:
      Name: oms-prod-PublicSubnetA
`;
const APP = `Resources:
  Web:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: web.yaml
      Parameters:
        SubnetId: !ImportValue oms-prod-PublicSubnetA
`;

describe("a note on what another template exports, at its import", () => {
  let home: string;
  let client: Client;
  let place: object;

  before(async () => {
    home = await mkdtemp(join(tmpdir(), "cfn-notes-"));
    for (const folder of ["docs", join("infra", "app")]) await mkdir(join(home, folder), { recursive: true });
    await writeFile(join(home, "docs", "design.md"), "# Design\n\n## PublicSubnetA\n\nFor load balancers alone.\n");
    await writeFile(join(home, "infra", "network.yaml"), NETWORK);
    await writeFile(join(home, "infra", "app", "root.yaml"), APP);
    client = new Client({ notes: { folders: [join(home, "docs")], builtIn: false }, language: "en" });
    await client.start({ workspaceFolders: [{ uri: pathToFileURL(home).href, name: "oms" }] });
    const uri = pathToFileURL(join(home, "infra", "app", "root.yaml")).href;
    await client.open(uri, APP);
    place = { textDocument: { uri }, position: { line: 6, character: 40 } };
  });

  after(async () => {
    assert.deepEqual(client.errors, []);
    await client.stop();
    await rm(home, { recursive: true, force: true });
  });

  it("shows in full in the hover", async () => {
    const found = await client.request<Hover | null>("textDocument/hover", place);
    assert.match((found?.contents as MarkupContent | undefined)?.value ?? "", /For load balancers alone\./);
  });

  it("is in the view, in the explanation, and what is written goes below it", async () => {
    const shown = await client.request<NotesAt>("cfnNotes/notesAt", place);
    const explained = await client.request<PlaceExplanation>("cfnNotes/explainPlace", place);
    const toWrite = await client.request<WritingPlaceResult | null>("cfnNotes/writingPlace", place);
    assert.deepEqual(
      [shown.notes, explained.shown, toWrite && "own" in toWrite ? [toWrite.own] : []].map((notes) =>
        notes.map((note) => note?.title),
      ),
      [["PublicSubnetA"], ["PublicSubnetA"], ["PublicSubnetA"]],
    );
  });
});
