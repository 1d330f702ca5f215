/** Whether the characters of `typed` occur in `name` in this order, whatever their case. */
export function matches(typed: string, name: string): boolean {
  let at = 0;
  const lower = name.toLowerCase();
  for (const character of typed.toLowerCase()) {
    const next = lower.indexOf(character, at);
    if (next < 0) return false;
    at = next + character.length;
  }
  return true;
}
