import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../paths.mjs";

/** @typedef {import("./model.ts").Constraints} Constraints */
/** @typedef {import("./model.ts").Declared} Declared */
/** @typedef {import("./model.ts").TypeModel} TypeModel */
/** @typedef {import("./model.ts").ShapeModel} ShapeModel */
/** @typedef {import("./model.ts").PropertyModel} PropertyModel */

const folder = join(root, "node_modules/@awboost/cfn-resource-types/lib");
const token = /\/\*\*[\s\S]*?\*\/|"(?:[^"\\]|\\.)*"|[A-Za-z_$][\w$]*|-?\d+(?:\.\d+)?|=>|[{}()[\]<>|&;:,?=.]/g;

/**
 * Adds patterns, ranges, lengths and missing enums of @awboost/cfn-resource-types to the types.
 * @param {TypeModel[]} types changed in place
 * @returns {{ applied: number, files: number, problems: string[] }}
 */
export function addConstraints(types) {
  /** @type {string[]} */
  const problems = [];

  if (!existsSync(folder))
    return { applied: 0, files: 0, problems: ["@awboost/cfn-resource-types is not installed: no constraints"] };
  const files = new Set(readdirSync(folder).filter((name) => name.endsWith(".d.ts")));
  let applied = 0;
  let read = 0;
  for (const type of types) {
    const file = `${type.name.replaceAll("::", "-")}.d.ts`;
    if (!files.has(file)) continue;
    read += 1;
    try {
      const declared = declarationsOf(readFileSync(join(folder, file), "utf8"));
      const root = [...declared.keys()].find((name) => name.endsWith("Properties") && declared.get(name)?.members);
      if (root) applied += applyTo(type, declared, root, problems);
    } catch (error) {
      problems.push(`${file}: ${error instanceof Error ? error.message : error}`);
    }
  }
  return { applied, files: read, problems };
}

/**
 * Reads the `export type X = …` of a declaration file.
 * @param {string} source
 * @returns {Map<string, Declared>}
 */
export function declarationsOf(source) {
  /** @type {Map<string, Declared>} */
  const declared = new Map();
  const tokens = source.match(token) ?? [];
  let at = 0;
  const next = () => tokens[at++] ?? "";
  const peek = () => tokens[at] ?? "";
  let comment = "";
  while (at < tokens.length) {
    const word = next();
    if (word.startsWith("/**")) comment = word;
    else if (word === "export" && peek() === "type") {
      at += 1;
      const name = next();
      if (next() !== "=") continue;
      declared.set(name, { ...union(), ...constraintsOf(comment) });
      comment = "";
    } else if (word === "class") break;
  }
  return declared;

  /** @returns {Declared} */
  function union() {
    if (peek() === "|") at += 1;
    const parts = [postfix()];
    while (peek() === "|" || peek() === "&") {
      at += 1;
      parts.push(postfix());
    }
    return merged(parts);
  }

  /** @returns {Declared} */
  function postfix() {
    let type = primary();
    while (peek() === "[") {
      at += 2;
      type = { items: type };
    }
    return type;
  }

  /** @returns {Declared} */
  function primary() {
    const word = next();
    if (word === "(") {
      const inner = union();
      at += 1;
      return inner;
    }
    if (word === "{") return object();
    if (word.startsWith('"')) return { literals: [JSON.parse(word)] };
    if (word === "Record") {
      at += 1;
      union();
      at += 1;
      const values = union();
      at += 1;
      return { values };
    }
    if (peek() === "<") throw new Error(`unexpected ${word}<`);
    return ["string", "number", "boolean", "any", "unknown", "never", "null", "true", "false"].includes(word)
      ? {}
      : { reference: word };
  }

  /** @returns {Declared} */
  function object() {
    /** @type {Map<string, Declared>} */
    const members = new Map();
    /** @type {string[]} */
    const required = [];
    let tags = "";
    while (peek() !== "}") {
      const word = next();
      if (word === "") throw new Error("unexpected end");
      if (word.startsWith("/**")) tags = word;
      else if (word === "[") while (next() !== ";");
      else if (peek() === ":" || peek() === "?") {
        const name = word.startsWith('"') ? JSON.parse(word) : word;
        if (next() === "?") at += 1;
        else required.push(name);
        members.set(name, { ...union(), ...constraintsOf(tags) });
        tags = "";
      }
    }
    at += 1;
    return { members, variants: [required] };
  }
}

/**
 * @param {Declared[]} parts the members of a union or intersection
 * @returns {Declared}
 */
function merged(parts) {
  const [first, ...rest] = parts;
  if (!first || rest.length === 0) return first ?? {};
  const literals = parts.flatMap((part) => part.literals ?? []);
  if (literals.length > 0) return parts.every((part) => part.literals) ? { literals } : {};
  if (!parts.every((part) => part.members)) return parts.find((part) => part.reference ?? part.items) ?? {};
  return {
    members: new Map(parts.flatMap((part) => [...(part.members ?? [])])),
    variants: parts.flatMap((part) => part.variants ?? []),
  };
}

/**
 * @param {string} comment
 * @returns {Constraints}
 */
function constraintsOf(comment) {
  /** @type {Constraints} */
  const constraints = {};
  // A comment's end inside a pattern is written the other way round, with a zero-width joiner between.
  for (const [, tag, value] of comment
    .replaceAll("/\u200d*", "*/")
    .replaceAll("\u200d", "")
    .matchAll(/@(pattern|minLength|maxLength|min|max) `(.*)`\s*(?:\*\/)?$/gm)) {
    if (value === undefined) continue;
    if (tag === "pattern") constraints.pattern = value;
    else if (Number.isFinite(Number(value))) constraints[/** @type {"min"} */ (tag)] = Number(value);
  }
  return constraints;
}

/**
 * Walks a type's properties beside their declarations.
 * @param {TypeModel} type
 * @param {Map<string, Declared>} declared
 * @param {string} root
 * @param {string[]} problems
 * @returns {number} how many values were constrained
 */
function applyTo(type, declared, root, problems) {
  /** @type {Set<number>} */
  const seen = new Set();
  let applied = 0;
  walk(type.properties, declared.get(root), -1);
  return applied;

  /** @param {PropertyModel[]} properties @param {Declared | undefined} object @param {number} definition */
  function walk(properties, object, definition) {
    const variants = object?.variants ?? [];
    if (variants.length > 1 && variants.every((variant) => variant.length === 1)) {
      type.groups.set(definition, { oneOf: [[...new Set(variants.flat())]], exclusive: [], needs: [] });
    }
    for (const property of properties) {
      const member = object?.members?.get(property.name);
      if (member) constrain(property.type, member, property.name);
    }
  }

  /** @param {Declared} one @returns {Declared} */
  function resolved(one) {
    let current = one;
    for (let depth = 0; current.reference && depth < 5; depth += 1) {
      const { reference, ...own } = current;
      current = { ...declared.get(reference), ...own };
    }
    return current;
  }

  /** @param {ShapeModel} shape @param {Declared} member @param {string} name */
  function constrain(shape, member, name) {
    const known = resolved(member);
    const { pattern, min, max, minLength, maxLength, literals } = known;
    if (shape.kind === "string") {
      if (literals && !shape.enum) Object.assign(shape, { enum: literals, closed: true });
      if (pattern !== undefined) {
        const own = inJavaScript(pattern);
        if (own !== undefined) shape.pattern = own;
        else problems.push(`${type.name} ${name}: not a pattern in JavaScript: ${pattern}`);
      }
      if (minLength !== undefined) shape.minLength = minLength;
      if (maxLength !== undefined) shape.maxLength = maxLength;
      if (shape.enum ?? shape.pattern ?? shape.minLength ?? shape.maxLength) applied += 1;
    } else if (shape.kind === "number") {
      if (min !== undefined) shape.minimum = min;
      if (max !== undefined) shape.maximum = max;
      if (shape.minimum !== undefined || shape.maximum !== undefined) applied += 1;
    } else if (shape.kind === "list") {
      if (minLength !== undefined) shape.minItems = minLength;
      if (maxLength !== undefined) shape.maxItems = maxLength;
      if (shape.minItems !== undefined || shape.maxItems !== undefined) applied += 1;
      if (known.items) constrain(shape.items, known.items, name);
    } else if (shape.kind === "map") {
      if (known.values) constrain(shape.values, known.values, name);
    } else if (shape.kind === "object" && !seen.has(shape.definition)) {
      seen.add(shape.definition);
      walk(type.definitions[shape.definition]?.properties ?? [], known, shape.definition);
    }
  }
}

/**
 * The pattern in JavaScript's notation; `undefined` where it can't be written so.
 * @param {string} pattern in Java's or Python's notation
 */
function inJavaScript(pattern) {
  const anchored = pattern.replaceAll("\\Z", "$").replaceAll("\\z", "$").replaceAll("\\A", "^");
  if (/\[\[:\w+:\]/.test(anchored)) return undefined;
  for (const flags of anchored.includes("\\p{") ? ["u"] : ["u", ""]) {
    try {
      new RegExp(anchored, flags);
      return anchored;
    } catch {
      // Tried with the other flags.
    }
  }
  return undefined;
}
