/**
 * Syntax of other tools that process templates before CloudFormation: variables of the Serverless Framework
 * (`${self:custom.x}`,
 * `${opt:stage}`, `${file(x.yml)}`), directives of Rain (`!Rain::Module`, `${Rain::Name}`), and org-formation's version
 * and `OrganizationBinding:`.
 */
const FOREIGN =
  /\$\{(?:(?:self|opt|sls|cf|ssm|custom)[:.(][A-Za-z]|file\()|\bRain::\w|\b2010-09-09-OC\b|\bOrganizationBinding["']?:/;

/** The first text that another tool fills in, and the tool. */
export function foreignTool(
  text: string,
): { readonly tool: string; readonly start: number; readonly end: number } | undefined {
  const found = FOREIGN.exec(text);
  if (found === null) return undefined;
  const [sign] = found;
  const tool = sign.includes("Rain")
    ? "Rain"
    : /OC$|Organization/.test(sign)
      ? "org-formation"
      : "the Serverless Framework";
  return { tool, start: found.index, end: found.index + sign.length };
}

/** Whether a text is filled in by another tool, so that its final value is unknown. */
export function isForeignText(text: string): boolean {
  return FOREIGN.test(text);
}

/** The version of org-formation's templates, of which it makes one of CloudFormation's for each account and region. */
export const ORG_FORMATION_VERSION = "2010-09-09-OC";
