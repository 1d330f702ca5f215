import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { arch, env, pid, platform, version } from "node:process";

/** What one state of a script is called in the cache. */
export interface BytecodeKey {
  readonly name: string;
  /** Differs with the script's text. */
  readonly state: string;
}

/** V8's bytecode of a script from an earlier run; `undefined` where there is none. V8 itself refuses one that does not fit. */
export function readBytecode(key: BytecodeKey): Buffer | undefined {
  try {
    return readFileSync(join(folder(), fileName(key)));
  } catch {
    return undefined;
  }
}

/** Other installations and versions keep theirs beside it; what was not written for so long is of none, in milliseconds. */
const OUTDATED = 30 * 24 * 3600 * 1000;

/** Keeps the bytecode for the next run. Where nothing can be written, nothing happens. */
export function writeBytecode(key: BytecodeKey, bytecode: Buffer, now: number = Date.now()): void {
  try {
    mkdirSync(folder(), { recursive: true, mode: 0o700 });
    const file = join(folder(), fileName(key));
    const beside = `${file}.${pid}`;
    writeFileSync(beside, bytecode, { mode: 0o600 });
    // A reader sees the whole file or none.
    renameSync(beside, file);
    for (const other of readdirSync(folder())) {
      const path = join(folder(), other);
      if (other !== fileName(key) && statSync(path).mtimeMs < now - OUTDATED) rmSync(path, { force: true });
    }
  } catch {
    // It is a matter of speed only.
  }
}

function fileName({ name, state }: BytecodeKey): string {
  return `${name}-${version}-${arch}-${state}`;
}

/** A folder of the user's own, since bytecode is run as it is: nobody else may put anything there. */
function folder(): string {
  if (platform === "win32")
    return join(env["LOCALAPPDATA"] ?? join(homedir(), "AppData", "Local"), "cfn-notes", "Cache");
  const caches = platform === "darwin" ? join(homedir(), "Library", "Caches") : join(homedir(), ".cache");
  return join(env["XDG_CACHE_HOME"] || caches, "cfn-notes");
}
