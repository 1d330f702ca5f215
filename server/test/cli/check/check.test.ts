import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chdir, cwd, stderr, stdout } from "node:process";
import { runCommand } from "../../../src/cli/run.ts";

const TOPIC = "Resources:\n  A:\n    Type: AWS::SNS::Topic\n";
/** With an error, and with nothing but a warning. */
const FILES = {
  "right.yaml": TOPIC,
  "wrong.yaml": `${TOPIC}    Propertys: {}\n`,
  "none.yaml": "a: 1\n",
  "empty.yaml": "",
  "warned.yaml": `Parameters:\n  P: {Type: String}\n${TOPIC}`,
};

describe("the exit code of check", () => {
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "cfn-notes-"));
    for (const [name, text] of Object.entries(FILES)) await writeFile(join(folder, name), text);
    await mkdir(join(folder, "folder-without-any.yaml"));
  });

  after(() => rm(folder, { recursive: true, force: true }));

  for (const [args, code] of [
    [["right.yaml"], 0],
    [["wrong.yaml"], 1],
    [["right.yaml", "wrong.yaml"], 1],
    [["warned.yaml"], 0],
    [["--fail-on", "warning", "warned.yaml"], 1],
    [["--format", "json", "wrong.yaml"], 1],
    [["--capabilities", "wrong.yaml", "right.yaml"], 0],
    [["--capabilities", "nowhere.yaml"], 2],
    [["nowhere.yaml"], 2],
    [["none.yaml", "empty.yaml"], 0],
    [["folder-without-any.yaml"], 2],
    [["--fail-on", "nothing", "right.yaml"], 2],
  ] as const)
    it(`is ${code} for ${args.join(" ")}`, async () => {
      const paths = args.map((one) => (one.endsWith(".yaml") ? join(folder, one) : one));
      assert.equal(await silently(() => runCommand(["check", "--language", "en", ...paths])), code);
    });
});

describe("a baseline of a project", () => {
  it("holds from each of its folders, wherever it was written", async () => {
    const folder = await mkdtemp(join(tmpdir(), "cfn-notes-"));
    const before = cwd();
    const run = (...args: readonly string[]): Promise<number> =>
      silently(() => runCommand(["check", "--language", "en", ...args]));
    try {
      await mkdir(join(folder, "infra"));
      await writeFile(join(folder, ".cfn-notes.yaml"), "baseline: known.json\n");
      await writeFile(join(folder, "infra/wrong.yaml"), FILES["wrong.yaml"]);
      for (const [writtenIn, argument] of [
        ["infra", "wrong.yaml"],
        [".", "infra/wrong.yaml"],
      ] as const) {
        chdir(join(folder, writtenIn));
        assert.equal(await run("--write-baseline", join(folder, "known.json"), argument), 0);
        for (const [where, path] of [
          ["infra", "."],
          [".", "infra"],
          [".", join(folder, "infra/wrong.yaml")],
        ] as const) {
          chdir(join(folder, where));
          assert.equal(await run(path), 0, `${writtenIn}, then ${where} ${path}`);
        }
      }
      // The file of that name in the project's folder is another one.
      await writeFile(join(folder, "wrong.yaml"), FILES["wrong.yaml"]);
      assert.equal(await run("wrong.yaml"), 1);
    } finally {
      chdir(before);
      await rm(folder, { recursive: true, force: true });
    }
  });
});

async function silently<Result>(run: () => Promise<Result>): Promise<Result> {
  const writes = [stdout, stderr].map((stream) => [stream, stream.write] as const);
  for (const [stream] of writes) stream.write = () => true;
  try {
    return await run();
  } finally {
    for (const [stream, write] of writes) stream.write = write;
  }
}
