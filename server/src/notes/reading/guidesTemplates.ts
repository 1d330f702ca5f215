const README = /^_?readme(?:[-_.][a-z]{2,3}(?:[-_][a-z]{2,4})?)?$/i;
/** A button that launches a stack, or an application of the Serverless Application Repository. */
const LAUNCH =
  /console\.aws\.amazon\.com\/cloudformation\/home[^)\s]*(?:templateURL|stacks\/(?:new|create|quickcreate))|serverlessrepo\.aws\.amazon\.com\/applications\//i;
const DEPLOY = /\baws cloudformation (?:deploy|package|(?:create|update)-stack|create-change-set)\b|\bsam deploy\b/;
const TEMPLATE_FILE = /(?:^|[\s`("'[/])[\w.-]+\.(?:template|ya?ml)\b/;
/** Lines are many; what a longer one says is data. */
const MAX_LINE = 2000;

/** Whether a file tells how to use templates that lie beside it: with a button that launches them, or as their README. */
export function guidesTemplates(name: string, lines: readonly string[]): boolean {
  const says = (pattern: RegExp): boolean => lines.some((line) => pattern.test(line.slice(0, MAX_LINE)));
  return says(LAUNCH) || (README.test(name) && (says(DEPLOY) || says(TEMPLATE_FILE)));
}
