/**
 * Whether a text looks like a CloudFormation template, judged by its content alone.
 * It has no dependencies: the client asks it before it starts the server.
 */
export function looksLikeTemplate(text: string): boolean {
  return text.includes("AWSTemplateFormatVersion");
}
