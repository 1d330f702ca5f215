/** A function that computes its value when it is first called and then keeps it. */
export function lazy<T>(compute: () => T): () => T {
  let value: { readonly of: T } | undefined;
  return () => {
    value ??= { of: compute() };
    return value.of;
  };
}

/** The same for one value a key. */
export function lazyByKey<K, T>(compute: (key: K) => T): (key: K) => T {
  const values = new Map<K, T>();
  return (key) => {
    const known = values.get(key);
    if (known !== undefined || values.has(key)) return known as T;
    const value = compute(key);
    values.set(key, value);
    return value;
  };
}
