// The JSON schema of .cfn-notes.yaml, by which editors complete and check it.

/** @typedef {import("./describedRules.mjs").DescribedRule} DescribedRule */

const SEVERITY = { enum: ["error", "warning", "info", "hint", "off", false] };
const PATHS = { type: "array", items: { type: "string" } };
const PATTERNS = { anyOf: [{ type: "string" }, PATHS] };

/**
 * @param {readonly Pick<DescribedRule, "code" | "title">[]} rules
 * @returns {string} JSON
 */
export function projectSchema(rules) {
  const codes = Object.fromEntries(rules.map(({ code, title }) => [code, { ...SEVERITY, description: title.en }]));
  const schema = {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: ".cfn-notes.yaml",
    description: "Settings of CloudFormation Notes for everybody who works on a project.",
    type: "object",
    additionalProperties: false,
    properties: {
      language: { enum: ["en", "ja"], description: "Language of the messages; without it, each person's own." },
      failOn: {
        enum: ["error", "warning", "info"],
        description: "The lowest severity at which cfn-notes check fails.",
      },
      rules: {
        type: "object",
        description: "Severities by code, or by the id of a rule of cfn-lint's.",
        properties: codes,
        patternProperties: { "^[EWI][0-9]{4}$": SEVERITY },
        additionalProperties: false,
      },
      ignore: { ...PATHS, description: "Paths that are not checked, written as in .gitignore." },
      baseline: { type: "string", description: "A file of existing findings that are ignored." },
      notes: { ...PATTERNS, description: "Folders of notes for everybody, relative to this file." },
      noteTemplates: {
        type: "object",
        description: "Which templates the notes of a folder are about: patterns as in .gitignore, by folder.",
        additionalProperties: PATTERNS,
      },
      environments: {
        type: "object",
        description: "The branch, tag or commit that is deployed to each environment; changes are held against it.",
        additionalProperties: { type: "string" },
      },
      regions: { ...PATTERNS, description: "Regions of the stacks: types that do not exist there are told." },
    },
  };
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}
