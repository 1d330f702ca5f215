/**
 * Removes what AWS's conversion left in its texts: a blank before a full stop, doubled slashes in links,
 * HTML paragraphs, white space at the ends.
 * @param {string | undefined} text
 * @returns {string | undefined}
 */
export function tidy(text) {
  if (!text) return undefined;
  const tidied = text
    .replace(/([`)*]) (?=[.,;:](?:\s|$))/g, "$1")
    .replace(/ \( AWS {2}\)/g, "")
    .replaceAll("https://docs.aws.amazon.com//", "https://docs.aws.amazon.com/")
    .replace(/<\/?(?:p|i|ul|row)>/g, "")
    .replace(/<\/?code>/g, "`")
    .replace(/<li>/g, "- ")
    .replace(/<\/li>/g, "")
    .replace(/[ \t]+$/gm, "")
    .trim();
  return tidied === "" ? undefined : tidied;
}
