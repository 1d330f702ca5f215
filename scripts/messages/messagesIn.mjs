import { parseSync } from "oxc-parser";

/** @typedef {{ readonly name: string, readonly en: string, readonly ja: string }} Message */
/** @typedef {import("oxc-parser").Expression} Expression */
/** @typedef {import("oxc-parser").ObjectExpression} ObjectExpression */
/** @typedef {import("oxc-parser").ObjectPropertyKind} Property */

/**
 * The texts that stand in a source in both languages: as `{ en: …, ja: … }`, or side by side in a list or in the arguments of a
 * call, the Japanese one second. Where `en` and `ja` are objects, each of their keys is a text. What is put into a text is written as in the source: `${count}`. The name is the code that a text belongs to, or its key.
 *
 * @param {string} source TypeScript
 * @param {string} name that of texts which have none of their own
 * @returns {readonly Message[]}
 */
export function messagesIn(source, name = "") {
  /** @type {Message[]} */
  const found = [];
  visit(parseSync("source.ts", source).program, name);
  return found;

  /** @param {unknown} node @param {string} name */
  function visit(node, name) {
    if (Array.isArray(node)) visitList(node, name);
    else if (isObject(node)) visitObject(node, name);
    else if (typeof node === "object" && node !== null) for (const inner of Object.values(node)) visit(inner, name);
  }

  /** @param {readonly unknown[]} nodes @param {string} name */
  function visitList(nodes, name) {
    for (const [index, node] of nodes.entries()) {
      const [en, ja] = [literalText(node), literalText(nodes[index + 1])];
      if (en !== undefined && ja !== undefined && !JAPANESE.test(en) && JAPANESE.test(ja)) found.push({ name, en, ja });
      visit(node, name);
    }
  }

  /** @param {unknown} node */
  function literalText(node) {
    const isText =
      typeof node === "object" &&
      node !== null &&
      "type" in node &&
      (node.type === "TemplateLiteral" ||
        (node.type === "Literal" && "value" in node && typeof node.value === "string"));
    return isText ? textOf(/** @type {Expression} */ (node)) : undefined;
  }

  /** @param {ObjectExpression} node @param {string} name */
  function visitObject(node, name) {
    const [en, ja] = [valueUnder(node, "en"), valueUnder(node, "ja")];
    const isPair = en !== undefined && ja !== undefined;
    if (isPair) pair(name, en, ja);
    const code = valueUnder(node, "code");
    const isRule = valueUnder(node, "scope") !== undefined;
    const own = code?.type === "Literal" && typeof code.value === "string" ? code.value : isRule ? name : undefined;
    // What a rule reports has other texts beside the two: of its fix, and of related places.
    for (const property of node.properties)
      if (!isPair || !/^(?:en|ja)$/.test(keyOf(property))) visit(property, own ?? (keyOf(property) || name));
  }

  /** @param {string} name @param {Expression} en @param {Expression} ja */
  function pair(name, en, ja) {
    const [english, japanese] = [bare(en), bare(ja)];
    if (!isObject(english) || !isObject(japanese)) {
      // What is put together elsewhere is a text there.
      if ([english, japanese].some((node) => /["'`]/.test(source.slice(node.start, node.end))))
        found.push({ name, en: textOf(english), ja: textOf(japanese) });
      return;
    }
    for (const key of english.properties.map(keyOf)) {
      const [first, second] = [valueUnder(english, key), valueUnder(japanese, key)];
      if (first !== undefined && second !== undefined) pair(key, first, second);
    }
  }

  /** @param {Expression} node */
  function textOf(node) {
    if (node.type === "Literal") return String(node.value);
    if (node.type !== "TemplateLiteral") return source.slice(node.start, node.end);
    return node.quasis
      .map(({ value }, index) => {
        const put = node.expressions[index];
        return (value.cooked ?? value.raw) + (put === undefined ? "" : `\${${source.slice(put.start, put.end)}}`);
      })
      .join("");
  }
}

const JAPANESE = /[\u3040-\u30ff\u4e00-\u9fff]/;

/** @param {unknown} node @returns {node is ObjectExpression} */
function isObject(node) {
  return typeof node === "object" && node !== null && "type" in node && node.type === "ObjectExpression";
}

/** @param {ObjectExpression} node @param {string} key @returns {Expression | undefined} */
function valueUnder(node, key) {
  const property = node.properties.find((one) => keyOf(one) === key);
  return property?.type === "Property" ? property.value : undefined;
}

/** @param {Property} property */
function keyOf(property) {
  if (property.type !== "Property" || property.computed) return "";
  if (property.key.type === "Identifier") return property.key.name;
  return property.key.type === "Literal" ? String(property.key.value) : "";
}

/** Without `as const`, parentheses, and the parameters of a function that gives a text. @param {Expression} node @returns {Expression} */
function bare(node) {
  if (
    node.type === "TSAsExpression" ||
    node.type === "TSSatisfiesExpression" ||
    node.type === "ParenthesizedExpression"
  )
    return bare(node.expression);
  return node.type === "ArrowFunctionExpression" && node.body.type !== "BlockStatement" ? bare(node.body) : node;
}
