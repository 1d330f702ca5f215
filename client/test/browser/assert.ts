// What the editor tests use of `node:assert/strict`, where there is no Node.

export function ok(value: unknown, message?: string): asserts value {
  if (!value) throw new Error(message ?? `${shown(value)} is not true.`);
}

export function equal(actual: unknown, expected: unknown, message = ""): void {
  ok(Object.is(actual, expected), `${message} ${shown(actual)} is not ${shown(expected)}.`);
}

export function notEqual(actual: unknown, other: unknown, message = ""): void {
  ok(!Object.is(actual, other), `${message} It is ${shown(actual)}.`);
}

export function deepEqual(actual: unknown, expected: unknown, message = ""): void {
  ok(isSame(actual, expected), `${message} ${shown(actual)} is not like ${shown(expected)}.`);
}

export function notDeepEqual(actual: unknown, other: unknown, message = ""): void {
  ok(!isSame(actual, other), `${message} It is like ${shown(actual)}.`);
}

export function match(text: string, pattern: RegExp, message = ""): void {
  ok(pattern.test(text), `${message} ${shown(text)} does not match ${pattern}.`);
}

export function doesNotMatch(text: string, pattern: RegExp, message = ""): void {
  ok(!pattern.test(text), `${message} ${shown(text)} matches ${pattern}.`);
}

function isSame(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true;
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return false;
  // What is in them is no property.
  ok(!(left instanceof Map || left instanceof Set), "Maps and sets can't be compared.");
  if (Object.getPrototypeOf(left) !== Object.getPrototypeOf(right)) return false;
  const [keys, others] = [Object.keys(left), Object.keys(right)];
  return (
    keys.length === others.length && keys.every((key) => others.includes(key) && isSame(at(left, key), at(right, key)))
  );
}

function at(object: object, key: string): unknown {
  return (object as Readonly<Record<string, unknown>>)[key];
}

function shown(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}
