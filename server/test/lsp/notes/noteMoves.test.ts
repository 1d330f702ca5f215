import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { CodeAction } from "vscode-languageserver-types";
import { Client } from "../client.ts";

const TEMPLATE = `Resources:
  OrdersTable:
    Type: AWS::DynamoDB::Table
  InvoiceQueue:
    Type: AWS::SQS::Queue
`;
const NOTES = `# Orders

## OrdersTable

One table for all shops:
joins were too slow.

## InvoiceQueue

Invoices wait here.
`;
const WITH_WHY = TEMPLATE.replace(
  "  InvoiceQueue",
  `    Metadata:
      com.aws.cloudformation.Context:
        why: |-
          One table for all shops:
          joins were too slow.
  InvoiceQueue`,
);

describe("moving a note between its file and a template", () => {
  let folder: string;
  let notesUri: string;
  let uri: string;
  let client: Client;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "cfn-notes-"));
    notesUri = pathToFileURL(join(folder, "orders.md")).href;
    uri = pathToFileURL(join(folder, "orders.yaml")).href;
    await writeFile(join(folder, "orders.md"), NOTES);
    client = new Client({ notes: { folders: [folder], builtIn: true }, language: "en" });
    await client.start({});
    await client.open(uri, TEMPLATE);
    await client.open(notesUri, NOTES, "markdown");
  });

  after(async () => {
    assert.deepEqual(client.errors, []);
    await client.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** What both files say after the move at a line of the template; `undefined` if none is offered. */
  async function moved(
    template: string,
    notes: string,
    line: number,
  ): Promise<{ readonly title: string; readonly template: string; readonly notes: string } | undefined> {
    await client.change(uri, [{ text: template }]);
    await client.change(notesUri, [{ text: notes }]);
    const at = { line, character: 4 };
    const params = { textDocument: { uri: uri }, range: { start: at, end: at }, context: { diagnostics: [] } };
    // The notes are read.
    await client.request("cfnNotes/notesAt", { textDocument: { uri: uri }, position: at });
    const actions = (await client.request<CodeAction[] | null>("textDocument/codeAction", params)) ?? [];
    const action = actions.find(({ kind }) => kind === "refactor.rewrite.note");
    if (action === undefined) return undefined;
    const apply = (file: string, text: string): string =>
      TextDocument.applyEdits(TextDocument.create(file, "", 1, text), action.edit?.changes?.[file] ?? []);
    return { title: action.title, template: apply(uri, template), notes: apply(notesUri, notes) };
  }

  it("takes the text of a note into the template, and its section out of the file", async () =>
    assert.deepEqual(await moved(TEMPLATE, NOTES, 1), {
      title: "Move the note “OrdersTable” into the template",
      template: WITH_WHY,
      notes: "# Orders\n\n## InvoiceQueue\n\nInvoices wait here.\n",
    }));

  it("takes the last section of a file, and puts a short text on one line", async () => {
    const found = await moved(TEMPLATE, NOTES, 3);
    assert.equal(found?.notes, NOTES.slice(0, NOTES.indexOf("\n## InvoiceQueue")));
    assert.ok(found.template.endsWith("      com.aws.cloudformation.Context:\n        why: Invoices wait here.\n"));
  });

  it("takes it back, with what would be left empty", async () =>
    assert.deepEqual(await moved(WITH_WHY, "# Orders\n\n## InvoiceQueue\n\nInvoices wait here.\n", 1), {
      title: "Move why into a note in “Orders”",
      template: TEMPLATE,
      notes:
        "# Orders\n\n## InvoiceQueue\n\nInvoices wait here.\n\n## OrdersTable\n\nOne table for all shops:\njoins were too slow.\n",
    }));

  it("leaves alone what has other notes below it, and what is on a type", async () => {
    assert.equal(await moved(TEMPLATE, `${NOTES}\n### More\n\nText.\n`, 3), undefined);
    assert.equal(await moved(TEMPLATE, "# Orders\n\n## AWS::SQS::Queue\n\nA queue.\n", 3), undefined);
  });

  it("loses no comment", async () => {
    const noteWith = (comment: string): string => `# Orders\n\n## InvoiceQueue\n\n${comment}Invoices wait.\n`;
    assert.ok(await moved(TEMPLATE, noteWith("<!-- cfn: InvoiceQueue -->\n"), 3));
    assert.equal(await moved(TEMPLATE, noteWith("<!-- Ask Ken. -->\n"), 3), undefined);
    assert.equal(await moved(TEMPLATE, noteWith("%%Ask Ken.%% "), 3), undefined);
  });
});
