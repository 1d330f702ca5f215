/** A column of editors. */
export interface EditorColumn {
  readonly viewColumn: number;
  readonly isActive: boolean;
  /** Whether it has the file that is to be shown. */
  readonly holds: boolean;
}

/**
 * The column for what is shown beside a template: one that has it already, else the next one to the template's;
 * `undefined` if the template's is the only one.
 */
export function columnBeside(columns: readonly EditorColumn[]): number | undefined {
  const others = columns.filter(({ isActive }) => !isActive);
  const active = columns.find(({ isActive }) => isActive)?.viewColumn ?? 0;
  const next =
    others.find(({ viewColumn }) => viewColumn === active + 1) ?? others.findLast((one) => one.viewColumn < active);
  return (others.find(({ holds }) => holds) ?? columns.find(({ holds }) => holds) ?? next)?.viewColumn;
}
