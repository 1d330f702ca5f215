/** Lines without what stands between two `%%`, which a note-taking program keeps to itself: blanks in its place. */
export interface WithoutComments {
  readonly lines: readonly string[];
  /** The lines that had some. */
  readonly commented: ReadonlySet<number>;
}

const SIGN = "%%";
/** Code in a line, or the sign; `100%%` is a number. */
const CODE_OR_SIGN = /(`+)(?:(?!\1).)*\1|(?<![\d%])%%(?!%)|%%(?=\s*$)/g;
const FENCE = /^(?:[\s>]|[-*+]\s|\d{1,9}[.)]\s)*(`{3,}|~{3,})/;

/** Reads the lines from `first` on; what is not closed, and code, stays. */
export function withoutVaultComments(lines: readonly string[], first: number): WithoutComments {
  const commented = new Set<number>();
  if (!lines.some((line) => line.includes(SIGN))) return { lines, commented };
  const written = [...lines];
  const blank = (line: number, start: number, end: number): void => {
    const text = written[line] ?? "";
    written[line] = text.slice(0, start) + " ".repeat(end - start) + text.slice(end);
    commented.add(line);
  };
  let fence: string | undefined;
  for (let line = first; line < lines.length; line++) {
    const text = lines[line] ?? "";
    const [, found] = FENCE.exec(text) ?? [];
    if (fence !== undefined) {
      if (found?.startsWith(fence) === true) fence = undefined;
      continue;
    }
    fence = found;
    if (fence !== undefined || !text.includes(SIGN)) continue;
    const signs = [...text.matchAll(CODE_OR_SIGN)].flatMap(({ 0: sign, index }) => (sign === SIGN ? [index] : []));
    for (let at = 1; at < signs.length; at += 2) blank(line, signs[at - 1] ?? 0, (signs[at] ?? 0) + SIGN.length);
    const open = signs.length % 2 === 1 ? signs.at(-1) : undefined;
    // Over several lines it begins one and ends one.
    if (open === undefined || text.slice(0, open).trim() !== "") continue;
    const end = lines.findIndex((below, at) => at > line && below.includes(SIGN));
    if (end < 0 || !/^(?:(?!%%).)*%%\s*$/.test(lines[end] ?? "")) continue;
    for (let inner = line; inner <= end; inner++) blank(inner, inner === line ? open : 0, (lines[inner] ?? "").length);
    line = end;
  }
  return { lines: written, commented };
}
