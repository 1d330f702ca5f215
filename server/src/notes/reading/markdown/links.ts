/** The allowed targets of a note's links: a web page, a mail address, a file beside the note, a place in the note. */
export type LinkKind = "web" | "relative" | "anchor";

/** The kind of a link's target; `undefined` for one that must not be followed, such as `command:` or `file:`. */
export function linkKind(href: string): LinkKind | undefined {
  // Browsers ignore these characters inside a scheme.
  const bare = withoutControls(href);
  if (bare === "" || bare.startsWith("//") || bare.startsWith("\\")) return undefined;
  if (bare.startsWith("#")) return "anchor";
  if (/^(?:https?:\/\/|mailto:)/i.test(bare)) return "web";
  // A colon in the first part of a relative path has to be encoded, lest it be read as a scheme's.
  return /^[^/?#]*:/.test(bare) || /^[/?]/.test(bare) || /%(?:3a|5c)/i.test(bare) ? undefined : "relative";
}

/** The `file:` URI of a Markdown file that a note links to by a relative path; `undefined` for anything else. */
export function fileBeside(uri: string, href: string): string | undefined {
  if (!uri.startsWith("file:") || linkKind(href) !== "relative") return undefined;
  const path = href.replace(/[?#].*$/s, "");
  if (!/\.(?:md|markdown)$/i.test(path) || path.includes("\\")) return undefined;
  const segments = uri.slice("file://".length).split("/").slice(0, -1);
  for (const segment of path.split("/")) {
    if (segment === "..") segments.splice(-1);
    else if (segment !== ".") segments.push(segment);
  }
  return segments.length < 2 ? undefined : `file://${segments.join("/")}`;
}

function withoutControls(text: string): string {
  return [...text].filter((character) => character > " " && character !== "\u007f").join("");
}
