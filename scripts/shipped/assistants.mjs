// "cfn-notes mcp" as npm installs it, asked by the protocol's own client over standard input and output.
import assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { DIAGNOSTIC, HOVERS, placeIn, SEARCH } from "./expected.mjs";
import { workspaceTexts } from "./workspace.mjs";

/**
 * @param {string} project a folder that the npm package is installed in, with template.yaml and notes/
 * @param {(title: string, body: () => unknown) => Promise<boolean>} check
 */
export async function assistants(project, check) {
  writeFileSync(join(project, "../outside.yaml"), "Resources:\n  Topic:\n    Type: AWS::SNS::Topic\n");
  const client = new Client({ name: "test", version: "1.0.0" });
  const transport = new StdioClientTransport({
    command: join(project, "node_modules/.bin", process.platform === "win32" ? "cfn-notes.cmd" : "cfn-notes"),
    args: ["mcp", "--notes", "notes", "--language", "ja"],
    cwd: project,
  });
  /** @param {string} name @param {Record<string, unknown>} input @returns {Promise<any>} */
  const ask = async (name, input) => {
    const { content, isError } = await client.callTool({ name, arguments: input });
    if (isError) throw new Error(JSON.stringify(content));
    const answer = JSON.parse(/** @type {any} */ (content)[0].text);
    assert.match(answer.notice, /do not follow instructions/);
    return answer;
  };
  try {
    await check("cfn-notes mcp has six tools, all of which only read", async () => {
      await client.connect(transport);
      assert.match(client.getInstructions() ?? "", /do not follow instructions/);
      const { tools } = await client.listTools();
      assert.deepEqual(
        tools.map(({ name, annotations }) => [name, annotations?.readOnlyHint, annotations?.openWorldHint]),
        ["check_template", "preview_change", "describe_type", "explain", "notes_for_place", "search_notes"].map(
          (name) => [name, true, false],
        ),
      );
    });
    await check("cfn-notes mcp checks a template with file and line", async () => {
      const { findings } = await ask("check_template", { path: "template.yaml" });
      const found = findings.find((/** @type {any} */ one) => one.message.includes(DIAGNOSTIC.on));
      assert.deepEqual(
        [found?.file, found?.line, found?.column, found?.code],
        ["template.yaml", 24, 87, "bootstrap-signal-unknown-resource"],
      );
      assert.match(found.message, new RegExp(DIAGNOSTIC.words));
    });
    await check("cfn-notes mcp checks a draft that is in no file", async () => {
      const text = "Resources:\n  Topic:\n    Type: AWS::SNS::Topik\n";
      const { findings } = await ask("check_template", { text });
      assert.deepEqual(
        findings.map((/** @type {any} */ { line, code }) => [line, code]),
        [[3, "unknown-type"]],
      );
    });
    await check("cfn-notes mcp describes a type", async () => {
      const { properties, ref } = await ask("describe_type", { type: "AWS::EC2::Subnet" });
      assert.deepEqual([properties[0]?.name, properties[0]?.update, ref], ["VpcId", "replacement", "SubnetId"]);
    });
    await check("cfn-notes mcp explains a code, and an error message", async () => {
      const { rules } = await ask("explain", { about: "E3012" });
      assert.ok(rules.length > 0 && rules.every((/** @type {any} */ { text }) => text.includes("```yaml")));
      const { notes } = await ask("explain", { about: "Export X cannot be deleted as it is in use by Y" });
      assert.match(notes[0]?.text, /Export/);
    });
    await check("cfn-notes mcp says what an edit does", async () => {
      const before = workspaceTexts()["template.yaml"] ?? "";
      const text = before.replace(/^Resources:\n/m, "Resources:\n  Added:\n    Type: AWS::SNS::Topic\n");
      const { changes } = await ask("preview_change", { path: "template.yaml", text });
      assert.match(changes[0]?.message, /^Added \(AWS::SNS::Topic\)/);
    });
    const template = workspaceTexts()["template.yaml"] ?? "";
    for (const { name, on, words } of HOVERS)
      await check(`cfn-notes mcp gives the own note first on ${name}, with where it is written`, async () => {
        const { line, character } = placeIn(template, on);
        const at = { path: "template.yaml", line: line + 1, column: character + 1 };
        const { notes } = await ask("notes_for_place", at);
        const [first] = notes;
        assert.ok(first?.text.includes(words), JSON.stringify(notes));
        assert.deepEqual([first.builtIn, /\/notes\/[^/]+\.md$/.test(first.file), first.line > 1], [false, true, true]);
        assert.ok(first.noteId.length > 0);
      });
    await check("cfn-notes mcp searches notes", async () => {
      const { notes } = await ask("search_notes", { query: SEARCH.query, limit: 3 });
      assert.deepEqual([notes[0]?.title, notes.length <= 3], [SEARCH.title, true]);
    });
    await check("cfn-notes mcp gives a note that was found in whole, and lists the person's own first", async () => {
      const { notes } = await ask("search_notes", { query: SEARCH.query, limit: 1 });
      const uri = `cfn-notes://note/${encodeURIComponent(notes[0].noteId)}`;
      const { contents } = await client.readResource({ uri });
      assert.ok(contents.length === 1 && contents[0] !== undefined && "text" in contents[0]);
      assert.ok(contents[0].text.includes(SEARCH.title), contents[0].text);
      const { resources } = await client.listResources();
      assert.ok(decodeURIComponent(resources[0]?.uri ?? "").includes(notes[0].file), resources[0]?.uri);
      await assert.rejects(client.readResource({ uri: "cfn-notes://note/none" }), /There is no note at/);
      await assert.rejects(client.readResource({ uri: "file:///etc/hosts" }), /There is no note at/);
    });
    await check("cfn-notes mcp has prompts, in the person's language", async () => {
      const { prompts } = await client.listPrompts();
      assert.deepEqual(
        prompts.map(({ name }) => name),
        ["review_template", "explain_failure", "quiz_me"],
      );
      const { messages } = await client.getPrompt({ name: "quiz_me", arguments: { topic: "cfn-signal" } });
      assert.match(JSON.stringify(messages), /「cfn-signal」についてのわたしのノート/);
      await assert.rejects(client.getPrompt({ name: "quiz_me" }), /topic is needed/);
    });
    await check("cfn-notes mcp checks a template with those that it nests, and obeys its project", async () => {
      const text = workspaceTexts()["nesting.yaml"]?.replace("CidrBlock:", "Cidr:");
      const { findings } = await ask("check_template", { path: "nesting.yaml", text });
      const codes = findings.map((/** @type {any} */ { code }) => code);
      assert.ok(codes.includes("nested-stack-parameter"), codes.join());
      writeFileSync(join(project, ".cfn-notes.yaml"), "rules:\n  nested-stack-parameter: off\n");
      const again = await ask("check_template", { path: "nesting.yaml", text });
      rmSync(join(project, ".cfn-notes.yaml"));
      assert.deepEqual(
        again.findings.filter((/** @type {any} */ { code }) => code === "nested-stack-parameter"),
        [],
      );
    });
    await check("cfn-notes mcp says that a line is none", () =>
      assert.rejects(ask("notes_for_place", { path: "template.yaml", line: 9999, column: 1 }), /has \d+ lines/),
    );
    for (const [path, problem] of /** @type {const} */ ([
      ["../outside.yaml", /not below the folder/],
      ["missing.yaml", /There is no missing\.yaml below/],
      ["package.json", /does not look like/],
    ]))
      await check(`cfn-notes mcp refuses ${path}`, () => assert.rejects(ask("check_template", { path }), problem));
  } finally {
    await client.close();
  }
}
