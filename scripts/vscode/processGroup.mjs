import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/**
 * Starts a process in a group of its own: its children (extension hosts, and through them language servers) end
 * with it, at the latest when this process ends. Linux and macOS.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env: NodeJS.ProcessEnv, line: (line: string) => void }} options `line` gets what it writes
 * @returns {{ exited: Promise<number | null>, end: () => Promise<void> }}
 */
export function spawnGroup(command, args, { env, line }) {
  const child = spawn(command, args, { detached: true, stdio: ["ignore", "pipe", "pipe"], env });
  for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on("line", line);
  /** @type {Promise<number | null>} */
  const exited = new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  exited.catch(() => {}); // Whoever waits for it hears of it.
  const kill = () => signal(child.pid, "SIGKILL");
  process.on("exit", kill);
  return {
    exited,
    end: async () => {
      signal(child.pid, "SIGTERM");
      for (let waited = 0; signal(child.pid, 0) && waited < 2000; waited += 50)
        await new Promise((resolve) => setTimeout(resolve, 50));
      kill();
      process.off("exit", kill);
    },
  };
}

/**
 * @param {number | undefined} pid `undefined` where the process could not be started
 * @param {NodeJS.Signals | 0} name
 * @returns {boolean} whether the group is there
 */
function signal(pid, name) {
  try {
    return pid !== undefined && process.kill(-pid, name);
  } catch {
    return false;
  }
}
