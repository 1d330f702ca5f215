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

/**
 * The same for type names: `s3b` and `AWS::S3::Bu` are `AWS::S3::Bucket`, while `AWS::S` is only what begins so.
 * Parts that end with colons must begin the parts of the name; what follows them begins and occurs in the rest of it.
 */
export function matchesType(typed: string, name: string): boolean {
  const end = typed.lastIndexOf("::");
  if (end < 0) return matches(typed, name);
  const whole = typed.toLowerCase().split("::");
  const parts = name.toLowerCase().split("::");
  const last = whole.pop() ?? "";
  if (!whole.every((part, index) => parts[index]?.startsWith(part))) return matches(typed, name) && whole[0] !== "aws";
  const rest = parts.slice(whole.length).join("::");
  return last === "" || (rest.startsWith(last.charAt(0)) && matches(last, rest));
}
