// The files of snippets/ as the server has them: VS Code's `prefix`, `body` and `description` of a snippet, and beside them
// `descriptionJa`, `where` (see `snippetPlace`), `topic` and `signal`, `labelJa` where its first prefix is a phrase in English, and `transform` where it needs that.

import { readData } from "./readData.mjs";
import { SHAPES } from "./shapes.mjs";

/** @typedef {import("../../server/src/snippets/snippet.ts").Snippet} Snippet */
/** @typedef {import("../../server/src/snippets/snippet.ts").SnippetPlace} SnippetPlace */

const SECTIONS = new Set(["Parameters", "Mappings", "Conditions", "Resources", "Outputs"]);

/**
 * The snippets of a file. A mistake is an error, which names the file and the line.
 * @param {string} path for errors
 * @param {string} json
 * @returns {readonly Snippet[]}
 */
export function snippetsIn(path, json) {
  const { value, problems } = readData(json, SHAPES["snippets"]);
  for (const { line, text } of problems) throw new Error(`${path}:${line}: ${text}`);
  return Object.entries(/** @type {Readonly<Record<string, any>>} */ (value)).map(([id, one]) => {
    const { prefix, body, description, descriptionJa, labelJa, where, topic, transform, signal } = one;
    const places = where.map((/** @type {string} */ source) => {
      const place = snippetPlace(source);
      if (place !== undefined) return place;
      throw new Error(
        `${path}: ${id}: “${source}” is no place of a snippet; scripts/data/snippets.mjs says which there are.`,
      );
    });
    return {
      id,
      prefixes: prefix,
      label: { en: prefix[0], ja: labelJa ?? prefix[0] },
      body: body.join("\n"),
      description: { en: description, ja: descriptionJa },
      where: places,
      topic,
      transform,
      signal: signal === true,
    };
  });
}

/**
 * Reads where a snippet is legal: `template` (sections), `empty` (a whole template), `value` (of a property or output), `Resources` (an entry of the section), `*` (an attribute of any resource),
 * `name` (a new resource), `AWS::IAM::Role.Properties.Policies:` (offered as that key; `*` for any type or item),
 * `AWS::EC2::Instance` (of that type), `AWS::EC2::Instance.Properties` (a key below it),
 * `AWS::…::TargetGroup.Properties.TargetGroupAttributes[]` (an item), `script:bash`, `script:powershell`.
 *
 * @param {string} source
 * @returns {SnippetPlace | undefined}
 */
export function snippetPlace(source) {
  if (source === "script:bash" || source === "script:powershell")
    return { in: "script", shell: source === "script:bash" ? "bash" : "powershell" };
  if (source === "template" || source === "empty" || source === "value" || source === "name") return { in: source };
  if (SECTIONS.has(source)) return { in: "section", section: source };
  const item = source.endsWith("[]");
  const key = source.endsWith(":");
  const [type, ...path] = source.replace(/(?:\[\]|:)$/, "").split(".");
  if (type === undefined || !/^(?:\*|\w+::\w+(?:::\w+)*)$/.test(type) || path.includes("")) return undefined;
  if (key) return path.length === 0 ? undefined : { in: "key", type, path };
  const types = type === "*" ? [] : [type];
  if (path.length > 0) return { in: "path", types, path, item };
  return item ? undefined : { in: "resource", types };
}
