/** A text, or what it begins with and a sign that more follows. @param longest in UTF-16 units */
export function shortened(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
