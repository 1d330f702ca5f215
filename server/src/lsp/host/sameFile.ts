import { percentDecoded } from "../../notes/reading/markdown/uriPath.ts";
/** The URI of a path relative to a document, by their names alone. */
export function besideUri(uri: string, path: string): string | undefined {
  const [, root = "", own] = /^([a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?)(\/[^?#]*)/i.exec(uri) ?? [];
  // Half a surrogate pair can't be written in a URI.
  if (own === undefined || /[\ud800-\udfff]/u.test(path)) return undefined;
  const steps = own.split("/").slice(1, -1);
  for (const step of path.split(/[\\/]/)) {
    if (step === ".." && steps.pop() === undefined) return undefined;
    if (step !== ".." && step !== "." && step !== "") steps.push(encodeURIComponent(step));
  }
  return `${root}/${steps.join("/")}`;
}

/**
 * A form of a URI that is equal for the same file: clients and hosts write some characters and the drive of a Windows
 * path differently.
 */
export function comparable(uri: string): string {
  return percentDecoded(uri).replace(/^file:\/\/\/([a-z]):/i, (_, drive: string) => `file:///${drive.toLowerCase()}:`);
}
