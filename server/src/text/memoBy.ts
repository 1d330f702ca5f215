/**
 * A function whose results are held by what they were made of, for as long as that exists.
 *
 * @param make may depend on nothing but the key, which never changes
 */
export function memoBy<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, Value>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined || known.has(key)) return before as Value;
    const value = make(key);
    known.set(key, value);
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
