/** Groups of names that reach each other, and names that reach themselves directly (Tarjan, without recursion). */
export function stronglyConnected(
  edges: ReadonlyMap<string, readonly { readonly name: string }[]>,
): readonly (readonly string[])[] {
  // By number instead of name: this runs after each edit, over thousands of names.
  const names = [...edges.keys()];
  const numbers = new Map(names.map((name, number) => [name, number]));
  const targets = names.map((name) => (edges.get(name) ?? []).map((edge) => numbers.get(edge.name) ?? -1));
  const groups: string[][] = [];
  const indexes = new Int32Array(names.length).fill(-1);
  const low = new Int32Array(names.length);
  const onStack = new Uint8Array(names.length);
  const nextTarget = new Int32Array(names.length);
  const stack: number[] = [];
  let count = 0;
  for (let root = 0; root < names.length; root++) {
    if (numberAt(indexes, root) >= 0) continue;
    const work = [root];
    enter(root);
    while (work.length > 0) {
      const node = work.at(-1) ?? root;
      const target = targets[node]?.[numberAt(nextTarget, node)];
      if (target === undefined) {
        work.pop();
        leave(node, work.at(-1));
        continue;
      }
      nextTarget[node] = numberAt(nextTarget, node) + 1;
      if (target < 0) continue;
      if (numberAt(indexes, target) < 0) {
        enter(target);
        work.push(target);
      } else if (numberAt(onStack, target) === 1) low[node] = Math.min(numberAt(low, node), numberAt(indexes, target));
    }
  }
  return groups;

  function enter(node: number): void {
    indexes[node] = low[node] = count++;
    stack.push(node);
    onStack[node] = 1;
  }

  function leave(node: number, parent: number | undefined): void {
    if (parent !== undefined) low[parent] = Math.min(numberAt(low, parent), numberAt(low, node));
    if (numberAt(low, node) !== numberAt(indexes, node)) return;
    const group = stack.splice(stack.lastIndexOf(node));
    for (const member of group) onStack[member] = 0;
    if (group.length > 1 || targets[node]?.includes(node) === true)
      groups.push(group.reverse().map((member) => names[member] ?? ""));
  }
}

function numberAt(numbers: Int32Array | Uint8Array, index: number): number {
  return numbers[index] ?? 0;
}
