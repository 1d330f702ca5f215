import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PRODUCT } from "../../node/product.ts";
import { said } from "../../text/localised.ts";

interface Manifest {
  readonly version?: string;
  readonly repository?: { readonly url?: string };
  readonly homepage?: string;
}

function manifest(): Manifest {
  return JSON.parse(readFileSync(join(PRODUCT, "package.json"), "utf8")) as Manifest;
}

export function productVersion(): string {
  return manifest().version ?? "";
}

/** The address of what explains a code, if the package knows its documentation site or its repository. */
export function rulePageAddress(code: string, language: "en" | "ja"): string | undefined {
  const { version = "", repository, homepage = "#" } = manifest();
  if (!homepage.includes("#")) return `${homepage.replace(/\/$/, "")}${said(language, "", "/ja")}/rules/${code}`;
  const home = /^git\+(https:\/\/.+)\.git$/.exec(repository?.url ?? "")?.[1];
  return home && `${home}/blob/v${version}/docs/${said(language, "rules.md", "rules.ja.md")}#${code}`;
}
