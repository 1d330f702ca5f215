import { env, stdin } from "node:process";

/** In milliseconds; a host writes all at once. Kiro before 1.0 neither writes nor closes it. */
const PATIENCE_MS = 1000;

/** More than any payload; what a tool gave back can be long. */
const MAX_PAYLOAD_LENGTH = 20_000_000;

/** The payload: what standard input has once it is closed or is silent for a while; old Kiro's is in the environment. */
export async function hookPayload(): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  await new Promise<void>((done) => {
    let timer = setTimeout(done, PATIENCE_MS);
    stdin.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > MAX_PAYLOAD_LENGTH) return done();
      chunks.push(chunk);
      clearTimeout(timer);
      timer = setTimeout(done, PATIENCE_MS);
    });
    stdin.once("end", done);
    stdin.once("error", () => done());
  });
  // An open stream would keep the process alive.
  stdin.destroy();
  const text = Buffer.concat(chunks).toString("utf8");
  return text.trim() === "" ? (env["USER_PROMPT"] ?? "") : text;
}
