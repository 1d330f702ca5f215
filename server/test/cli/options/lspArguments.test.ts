import assert from "node:assert/strict";
import { resolve } from "node:path";
import { type LspArguments, lspArguments } from "../../../src/cli/options/lspArguments.ts";

describe("lspArguments", () => {
  const cases: readonly (readonly [args: string, read: LspArguments | undefined])[] = [
    ["", { others: ["--stdio"], noteFolders: [] }],
    ["--stdio", { others: ["--stdio"], noteFolders: [] }],
    ["--notes docs/notes", { others: ["--stdio"], noteFolders: [resolve("docs/notes")] }],
    ["--notes=~/a --stdio --notes /b", { others: ["--stdio"], noteFolders: ["~/a", resolve("/b")] }],
    // The protocol's own library adds this one.
    ["--node-ipc --clientProcessId=1", { others: ["--node-ipc", "--clientProcessId=1"], noteFolders: [] }],
    ["--socket=6009", { others: ["--socket=6009"], noteFolders: [] }],
    ["--stdoi", undefined],
    ["--stdio --notes", undefined],
  ];
  for (const [args, read] of cases)
    it(args || "(nothing)", () => assert.deepEqual(lspArguments(args.split(" ").filter((one) => one !== "")), read));
});
