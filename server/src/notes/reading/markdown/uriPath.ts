import { memoByText } from "../../../text/memoBy.ts";

/** Each note at a place asks for its file's. */
const MAX_KEPT = 4000;

/** The folders and the name of a URI's path, decoded: whoever names a file may do so by another scheme, or write other signs with `%`. */
export const uriSteps: (uri: string) => readonly string[] = memoByText((uri) => {
  const path = uri.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, "").replace(/[?#].*$/s, "");
  return percentDecoded(path)
    .normalize("NFC")
    .split("/")
    .filter((step) => step !== "")
    .map((step, at) => (at === 0 && /^[A-Za-z]:$/.test(step) ? step.toLowerCase() : step));
}, MAX_KEPT);

/** The steps of the folder that a file is in. */
export const folderSteps: (uri: string) => readonly string[] = memoByText(
  (uri) => uriSteps(uri).slice(0, -1),
  MAX_KEPT,
);

/** The number of equal steps at the beginning of two paths. */
export function sharedSteps(one: readonly string[], other: readonly string[]): number {
  let shared = 0;
  while (shared < one.length && one[shared] === other[shared]) shared++;
  return shared;
}

/** Whether a folder is `outer` or below it. */
export function isWithinFolder(outer: readonly string[], folder: readonly string[]): boolean {
  return sharedSteps(outer, folder) === outer.length;
}

/** A text with its percent-encoding decoded; as it is if that is no UTF-8. */
export function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The URI of a file at a relative path beside a template. */
export function fileBesideTemplate(uri: string, path: string): string {
  const steps = uri.split("/").slice(0, -1);
  for (const step of path.split("/")) {
    if (step === "..") steps.splice(-1);
    else if (step !== "." && step !== "") steps.push(encodeURIComponent(step));
  }
  return steps.join("/");
}

/** The last part of a URI as people read it; one that is not UTF-8 stays as it is. */
export function decodedName(uri: string): string {
  return percentDecoded(uri.slice(uri.lastIndexOf("/") + 1));
}

/** The name of a file of notes without its extension. */
export function withoutExtension(name: string): string {
  return name.replace(/\.(md|markdown)$/i, "");
}
