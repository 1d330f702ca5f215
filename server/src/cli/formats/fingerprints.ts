import { createHash } from "node:crypto";
import type { CheckedDiagnostic } from "../files/checked.ts";

/**
 * An identity for each diagnostic of a file that stays when lines move: code, message and how many like it stand
 * before.
 *
 * @param scope the file, if the fingerprints must differ between files
 */
export function fingerprintsOf(diagnostics: readonly CheckedDiagnostic[], scope = ""): readonly string[] {
  const seen = new Map<string, number>();
  return diagnostics.map(({ code, english }) => {
    const key = scope === "" ? `${code}\n${english}` : `${scope}\n${code}\n${english}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return `${createHash("sha256").update(key).digest("hex").slice(0, 16)}:${count}`;
  });
}
