/**
 * A function whose results are held by what they were made of, for as long as that exists.
 *
 * @param make may depend on nothing but the key, which never changes. What it is given besides is what has the key, or
 *   what it is read from
 */
export function memoBy<Key extends object, Value, Around = void>(
  make: (key: Key, around: Around) => Value,
): (key: Key, around: Around) => Value {
  const known = new WeakMap<Key, Value>();
  return (key, around) => {
    const before = known.get(key);
    if (before !== undefined || known.has(key)) return before as Value;
    const value = make(key, around);
    known.set(key, value);
    return value;
  };
}

/**
 * The same for results that depend on something around their key, too.
 *
 * @param isRight whether an earlier result is the one that would be made now
 */
export function memoWhile<Key extends object, Value extends object, Around>(
  isRight: (before: Value, around: Around) => boolean,
  make: (key: Key, around: Around) => Value,
): (key: Key, around: Around) => Value {
  const known = new WeakMap<Key, Value>();
  return (key, around) => {
    const before = known.get(key);
    if (before !== undefined && isRight(before, around)) return before;
    const value = make(key, around);
    known.set(key, value);
    return value;
  };
}

/**
 * The same by texts, which live for ever: when there are too many, all are forgotten.
 *
 * @param make may depend on nothing but the text
 * @param most how many results are kept
 */
export function memoByText<Value>(make: (text: string) => Value, most: number): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as Value;
    const value = make(text);
    if (known.size >= most) known.clear();
    known.set(text, value);
    return value;
  };
}

/**
 * A function that keeps its last result only, for callers that ask about the same several times in a row.
 *
 * @param make may depend on nothing but the key
 * @param isSame whether two keys have the same result; without it, only a key itself has
 */
export function memoOfLatest<Key extends object, Value>(
  make: (key: Key) => Value,
  isSame: (key: Key, before: Key) => boolean = (key, before) => key === before,
): (key: Key) => Value {
  let latest: { key: Key; readonly value: Value } | undefined;
  return (key) => {
    if (latest !== undefined && isSame(key, latest.key)) {
      // The older key may hold a whole template that nobody needs any more.
      latest.key = key;
      return latest.value;
    }
    latest = { key, value: make(key) };
    return latest.value;
  };
}
