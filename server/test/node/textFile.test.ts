import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { nodeHost } from "../../src/node/nodeHost.ts";
import { textInProject } from "../../src/node/projectFiles.ts";
import { inTime, isBelow, MAX_TEXT_BYTES, type TextFile, textFile, textFileNow } from "../../src/node/textFile.ts";

const IS_WINDOWS = process.platform === "win32";
const TEMPLATE = "Resources:\n  Topic:\n    Type: AWS::SNS::Topic\n";

describe("files that a text names", () => {
  let base = "";
  let root = "";

  before(() => {
    base = mkdtempSync(join(tmpdir(), "cfn-notes-files-"));
    root = join(base, "root");
    mkdirSync(join(root, "folder.yaml"), { recursive: true });
    writeFileSync(join(root, "child.yaml"), TEMPLATE);
    writeFileSync(join(root, "japanese.yaml"), "説明");
    writeFileSync(join(root, "empty.yaml"), "");
    writeFileSync(join(root, "large.yaml"), TEMPLATE);
    truncateSync(join(root, "large.yaml"), MAX_TEXT_BYTES + 1);
    writeFileSync(join(base, "secret.yaml"), TEMPLATE);
    if (IS_WINDOWS) return;
    execFileSync("mkfifo", [join(root, "pipe.yaml")]);
    symlinkSync("/dev/zero", join(root, "endless.yaml"));
    symlinkSync(join(base, "secret.yaml"), join(root, "link.yaml"));
    symlinkSync(join(root, "loop.yaml"), join(root, "loop.yaml"));
    symlinkSync("folder.yaml/../child.yaml", join(root, "back.yaml"));
    symlinkSync("../child.yaml", join(root, "folder.yaml/up.yaml"));
    symlinkSync(join(base, "other/child.yaml"), join(root, "absolute.yaml"));
    symlinkSync("root", join(base, "other"));
    symlinkSync("..", join(root, "out"));
    symlinkSync(".", join(root, "here"));
    symlinkSync("out/root/child.yaml", join(root, "through.yaml"));
    symlinkSync("//host/share", join(root, "share"));
  });

  after(() => rmSync(base, { recursive: true, force: true }));

  const files: readonly (readonly [name: string, expected: TextFile])[] = [
    ["child.yaml", { text: TEMPLATE }],
    ["japanese.yaml", { text: "説明" }],
    ["empty.yaml", { text: "" }],
    ["none.yaml", { problem: "missing" }],
    ["child.yaml/none.yaml", { problem: "missing" }],
    ["folder.yaml", { problem: "not-a-file" }],
    ["large.yaml", { problem: "too-large" }],
    ...(IS_WINDOWS
      ? []
      : ([
          ["pipe.yaml", { problem: "not-a-file" }],
          ["endless.yaml", { problem: "not-a-file" }],
          ["loop.yaml", { problem: "unreadable" }],
        ] as const)),
  ];
  for (const [name, expected] of files)
    it(`${name}: ${JSON.stringify(expected)}`, async () => {
      assert.deepEqual(await textFile(join(root, name)), expected);
      assert.deepEqual(textFileNow(join(root, name)), expected);
    });

  it("reads only the first bytes of a larger file where that is enough", () =>
    assert.deepEqual(textFileNow(join(root, "large.yaml"), 9), { text: "Resources" }));

  const paths: readonly (readonly [path: string, expected: boolean])[] = [
    ["child.yaml", true],
    ["folder.yaml/../child.yaml", true],
    [".", false],
    ["../secret.yaml", false],
    ["none.yaml", false],
    ["\\\\host\\share\\x.yaml", false],
    ["//host/share/x.yaml", false],
    ...(IS_WINDOWS
      ? []
      : ([
          ["link.yaml", false],
          ["loop.yaml", false],
          ["back.yaml", false],
          ["folder.yaml/up.yaml", true],
          ["here/here/child.yaml", true],
          ["here/none.yaml", false],
          ["here/link.yaml", false],
          ["absolute.yaml", false],
          ["out/secret.yaml", false],
          ["through.yaml", false],
          ["share/x.yaml", false],
        ] as const)),
  ];
  for (const [path, expected] of paths)
    it(`${path} is ${expected ? "" : "not "}below the folder`, () =>
      assert.equal(isBelow(root, /^(?:\\\\|\/\/)/.test(path) ? path : join(root, path)), expected));

  it("may be reached by the name of the folder that a link gives", () => {
    if (IS_WINDOWS) return;
    assert.equal(isBelow(join(base, "other"), join(base, "other/absolute.yaml")), true);
    assert.equal(isBelow(join(base, "other"), join(base, "other/link.yaml")), false);
  });

  it("are read beside a document, within the workspace's folder", async () => {
    const uri = pathToFileURL(join(root, "parent.yaml")).href;
    writeFileSync(join(root, "parent.yaml"), TEMPLATE);
    const read = async (path: string, folders: readonly string[]): Promise<string | undefined> => {
      const found = await nodeHost.readBeside(uri, path, folders);
      assert.equal(await nodeHost.fileBeside(uri, path, folders), found?.uri);
      return found?.text;
    };
    assert.equal(await read("child.yaml", []), TEMPLATE);
    assert.equal(await read("../secret.yaml", []), undefined);
    assert.equal(await read("../secret.yaml", [pathToFileURL(root).href]), undefined);
    assert.equal(await read("../secret.yaml", [pathToFileURL(base).href]), TEMPLATE);
    for (const path of ["pipe.yaml", "folder.yaml", "none.yaml", "//host/share/x.yaml"])
      assert.equal(await read(path, []), undefined, path);
  });

  it("are a project's baseline only within the project", async () => {
    assert.equal(await textInProject(root, "child.yaml"), TEMPLATE);
    assert.equal(await textInProject(root, "../secret.yaml"), undefined);
    assert.equal(await textInProject(root, join(base, "secret.yaml")), undefined);
  });
});

describe("waiting for a file", () => {
  it("ends where nothing comes", async () =>
    assert.equal(await inTime(new Promise(() => undefined), "late", 40), "late"));

  it("does not count the time in which the process was held up", async () => {
    const read = inTime(new Promise((done) => setTimeout(done, 200, "read")), "late", 100);
    const end = Date.now() + 400;
    while (Date.now() < end);
    assert.equal(await read, "read");
  });
});
