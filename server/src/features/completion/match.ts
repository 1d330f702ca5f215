/** Whether the characters of `typed` occur in `name` in this order, whatever their case. */
export function hasInOrder(typed: string, name: string): boolean {
  return occurs(typed.toLowerCase(), name.toLowerCase(), 0);
}

function occurs(typed: string, name: string, from: number): boolean {
  let at = from;
  for (let index = 0; index < typed.length; index++) {
    at = name.indexOf(typed.charAt(index), at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/**
 * Whether `typed` begins `name` or one of its parts (`group` and `ServerGr` of `WebServerGroup`, `micro` of `t3.micro`),
 * or begins parts one after the other (`wsg`), whatever its case.
 */
export function beginsParts(typed: string, name: string): boolean {
  const small = name.toLowerCase();
  const starts = [...name.matchAll(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|\W/g)].map(({ index }) => index);
  return small.startsWith(typed.toLowerCase()) || follow(typed.toLowerCase(), small, starts);
}

/** The first letters of a part stand for it. */
const MIN_PART_LENGTH = 3;

/** Compares each rest of `typed` with each rest of the parts once: a long word has very many ways to be cut up. */
function follow(typed: string, name: string, starts: readonly number[]): boolean {
  const tried = new Set<number>();
  const from = (at: number, first: number): boolean => {
    const state = at * (starts.length + 1) + first;
    if (tried.has(state)) return false;
    tried.add(state);
    return starts.some((start, index) => index >= first && begins(at, start, index));
  };
  const begins = (at: number, start: number, index: number): boolean => {
    let length = 0;
    while (at + length < typed.length && typed[at + length] === name[start + length]) length++;
    if (at + length === typed.length) return true;
    // If other parts follow, the beginning of this one is typed or all of it.
    for (; length > 0; length--) {
      const isPart = length <= MIN_PART_LENGTH || starts.includes(start + length, index + 1);
      if (isPart && from(at + length, index + 1)) return true;
    }
    return false;
  };
  return typed === "" || from(0, 0);
}

/**
 * Tells which type names, in lower case, are meant by what is typed, whatever its case: `s3b` and `AWS::S3::Bu` are
 * `AWS::S3::Bucket`, while `AWS::S` is only what begins so. Parts that end with colons must begin the parts of the
 * name; what follows them begins and occurs in the rest of it. It is called for thousands of names while somebody
 * types.
 */
export function typeMatcher(typed: string): (name: string) => boolean {
  const all = typed.toLowerCase();
  const end = all.lastIndexOf("::");
  if (end < 0) return (name) => occurs(all, name, 0);
  const parts = all.slice(0, end).split("::");
  const last = all.slice(end + 2);
  const loosely = parts[0] !== "aws";
  return (name) => {
    const rest = behind(parts, name);
    if (rest === undefined) return loosely && occurs(all, name, 0);
    return last === "" || (name.startsWith(last.charAt(0), rest) && occurs(last, name, rest));
  };
}

/** The offset of the rest of a name behind parts that begin its own; `undefined` if one does not. */
function behind(parts: readonly string[], name: string): number | undefined {
  let at = 0;
  for (const part of parts) {
    if (at > name.length || !name.startsWith(part, at)) return undefined;
    const colons = name.indexOf("::", at);
    at = colons < 0 ? name.length + 1 : colons + 2;
  }
  return Math.min(at, name.length);
}
