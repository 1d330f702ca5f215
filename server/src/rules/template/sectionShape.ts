import { foreignTool, ORG_FORMATION_VERSION } from "../../model/references/foreignText.ts";
import { SECTION_NAMES } from "../../model/template.ts";
import { contentSpan } from "../../model/tree/node.ts";
import { isSyntaxError } from "../../model/tree/syntaxProblem.ts";
import { type Span, shifted } from "../../text/span.ts";
import { replacement } from "../shared/fixes/nearest.ts";
import type { SectionRule } from "../shared/rule.ts";

const NO_MAPS: readonly string[] = ["AWSTemplateFormatVersion", "Transform", "Description"];
const MAPS: ReadonlySet<string> = new Set(SECTION_NAMES.filter((name) => !NO_MAPS.includes(name)));

/**
 * A section that is a string or a list although CloudFormation expects a map (or the other way round), or an unknown
 * format version.
 */
export const sectionShape: SectionRule = {
  scope: "sections",
  check(template, { report }) {
    const hasSyntaxErrors = template.errors.some(isSyntaxError);
    const foreign = template.declarations.open ? foreignTool(template.text) : undefined;
    if (foreign !== undefined) {
      report(undefined, foreign, {
        en: `This is a template for ${foreign.tool}: what that tool fills in or adds is not judged.`,
        ja: `これは${foreign.tool.replace("the ", "")}のためのテンプレートです。このツールが埋めたり加えたりするものは検査しません。`,
        severity: "info",
      });
    }
    for (const { name, key, value, offset, entries } of template.sections) {
      if (MAPS.has(name)) {
        // The value is missing while a section is being typed.
        if (value === undefined || value.kind === "map" || value.kind === "call" || hasSyntaxErrors) continue;
        const isEmpty = value.kind === "scalar" && value.value === null;
        report(undefined, shifted(isEmpty || value.kind === "list" ? contentSpan(key) : value, offset), {
          message: isEmpty ? "empty" : "no-names",
          with: { name },
          unfinished: value.kind === "list" ? undefined : "below",
        });
      } else if (
        name === "AWSTemplateFormatVersion" &&
        value?.kind === "scalar" &&
        value.value !== null &&
        value.text !== "2010-09-09" &&
        value.text !== ORG_FORMATION_VERSION
      ) {
        const span: Span = contentSpan(value);
        report(undefined, shifted(span, offset), {
          message: "other-version",
          data: replacement(shifted(span, offset), "2010-09-09"),
        });
      } else if (
        name === "AWSTemplateFormatVersion" &&
        (entries.length > 0 || (value !== undefined && value.kind !== "scalar"))
      ) {
        report(undefined, shifted(contentSpan(key), offset), { message: "version-no-string" });
      } else if (name === "Description" && (entries.length > 0 || (value !== undefined && value.kind !== "scalar"))) {
        report(undefined, shifted(contentSpan(key), offset), { message: "description" });
      } else if (name === "Transform" && entries.length > 0 && !entries.some((entry) => entry.name === "Name")) {
        report(undefined, shifted(contentSpan(key), offset), { message: "transform" });
      }
    }
  },
};
