/** Groups of names that reach each other, and names that reach themselves directly (Tarjan, without recursion). */
export function stronglyConnected(
  edges: ReadonlyMap<string, readonly { readonly name: string }[]>,
): readonly (readonly string[])[] {
  const groups: string[][] = [];
  const indexes = new Map<string, number>();
  const low = new Map<string, number>();
  const onStack = new Set<string>();
  const stack: string[] = [];
  for (const root of edges.keys()) {
    if (indexes.has(root)) continue;
    const work: { name: string; next: number }[] = [{ name: root, next: 0 }];
    enter(root);
    while (work.length > 0) {
      const frame = work.at(-1);
      if (frame === undefined) break;
      const target = edges.get(frame.name)?.[frame.next]?.name;
      if (target === undefined) {
        work.pop();
        leave(frame.name, work.at(-1)?.name);
        continue;
      }
      frame.next++;
      if (!indexes.has(target)) {
        enter(target);
        work.push({ name: target, next: 0 });
      } else if (onStack.has(target)) lower(frame.name, indexes.get(target) ?? 0);
    }
  }
  return groups;

  function enter(name: string): void {
    low.set(name, indexes.size);
    indexes.set(name, indexes.size);
    stack.push(name);
    onStack.add(name);
  }

  function lower(name: string, index: number): void {
    low.set(name, Math.min(low.get(name) ?? index, index));
  }

  function leave(name: string, parent: string | undefined): void {
    const own = low.get(name) ?? 0;
    if (parent !== undefined) lower(parent, own);
    if (own !== indexes.get(name)) return;
    const group = stack.splice(stack.lastIndexOf(name));
    for (const member of group) onStack.delete(member);
    if (group.length > 1 || edges.get(name)?.some((edge) => edge.name === name)) groups.push(group.reverse());
  }
}
