/** A shortest way from `start` through the members back to it. */
export function cyclePath(
  start: string,
  members: ReadonlySet<string>,
  edges: ReadonlyMap<string, readonly { readonly name: string }[]>,
): readonly string[] {
  const from = new Map<string, string>();
  const queue = [start];
  for (let at = 0; at < queue.length; at++) {
    const name = queue[at] ?? "";
    for (const { name: target } of edges.get(name) ?? []) {
      if (target === start) {
        const path = [name];
        for (let one = name; one !== start; path.push(one)) one = from.get(one) ?? start;
        return path.reverse();
      }
      if (members.has(target) && !from.has(target)) {
        from.set(target, name);
        queue.push(target);
      }
    }
  }
  return [start];
}
