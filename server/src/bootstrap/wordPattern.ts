/** A pattern that finds `name` as a word of its own; a name may hold any character while it is being typed. */
export function wordPattern(name: string, behind = ""): RegExp {
  const plain = name.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
  return new RegExp(`(?<![\\w])${plain}(?!\\w)${behind}`);
}
