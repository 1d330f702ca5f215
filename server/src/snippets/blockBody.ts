/**
 * The lines of a YAML body, whose levels are two blanks wide, with levels of `unit`. Keys in a list item keep their two
 * columns behind the dash.
 */
export function blockLines(body: string, unit: string): string[] {
  const lines = body.split("\n");
  if (unit.length === 2) return lines;
  const columns: { readonly from: number; readonly to: number }[] = [];
  return lines.map((line) => {
    const from = /^ */.exec(line)?.[0].length ?? 0;
    while ((columns.at(-1)?.from ?? -1) > from) columns.pop();
    const parent = columns.at(-1);
    const to = parent === undefined ? 0 : parent.from === from ? parent.to : parent.to + unit.length;
    if (parent?.from !== from) columns.push({ from, to });
    if (line.startsWith("- ", from)) columns.push({ from: from + 2, to: to + 2 });
    return " ".repeat(to) + line.slice(from);
  });
}
