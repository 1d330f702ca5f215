/** Columns after which editors break lines, and hardly anybody else. */
const WRAPPED = 65;
/** `GLB uses the …`: what stood before was whole without a full stop. */
const BEGINS_SENTENCE =
  /^\s*[A-Z]\S*(?: \S+){0,2} (?:is|are|was|has|have|can|will|must|should|does|do|not|uses?|allows?|provides?|supports?|lets|needs?|works?|stands|means)\b|^\s*[A-Z][^.]{0,20}[:?]/;

/** Whether an editor has broken a sentence between two lines of English, whatever the second begins with. */
export function isBroken(line: string, next: string): boolean {
  return line.length > WRAPPED && /[\w,)*`] ?$/.test(endOf(line)) && !BEGINS_SENTENCE.test(next);
}

/** A line without the blanks behind it where it is as long as an editor's: some programs put two behind each. */
export function endOf(line: string): string {
  return line.length > WRAPPED ? line.trimEnd() : line;
}
