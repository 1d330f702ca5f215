import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { buildSync } from "esbuild";

export interface Ended {
  readonly code: number | null;
  readonly said: string;
}

/** Code of a test as a program that processes of their own run, with what it imports from the project's root. */
export class Program {
  readonly #folder = mkdtempSync(join(tmpdir(), "cfn-notes-program-"));
  readonly #file = join(this.#folder, "program.mjs");

  constructor(code: string) {
    buildSync({
      stdin: { contents: code, resolveDir: resolve("."), loader: "ts" },
      outfile: this.#file,
      bundle: true,
      platform: "node",
      format: "esm",
      target: "node20",
      packages: "external",
      banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
    });
  }

  /**
   * Runs it.
   *
   * @param mostBlocks blocks of 1,024 bytes that a file may have: as on a full disk, no more can be written
   */
  run(args: readonly string[], { cwd, mostBlocks }: { cwd: string; mostBlocks?: number }): Promise<Ended> {
    const limit = mostBlocks === undefined ? "" : `ulimit -f ${mostBlocks}; `;
    const child = spawn("bash", ["-c", `${limit}exec "$@"`, "bash", process.execPath, this.#file, ...args], { cwd });
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (data: Buffer) => {
        said += data.toString("utf8");
      });
    return new Promise((done, failed) => {
      child.on("error", failed);
      child.on("close", (code) => done({ code, said }));
    });
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
