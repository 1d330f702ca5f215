import { hasFullWidth } from "../../model/fullWidth/characters.ts";
import { type FullWidthSlip, fullWidthSlips } from "../../model/fullWidth/slips.ts";
import type { Finding } from "./finding.ts";
import { FULL_WIDTH_FIX, fullWidthText } from "./fullWidthText.ts";

/**
 * Replaces findings with errors about values and keys that are wrong because of full-width characters (`Type:
 * “AWS::SQS::Queue”`) by one finding for each line that says so.
 *
 * @param text that the spans of the findings count in
 */
export function withFullWidthNamed(findings: readonly Finding[], text: string): readonly Finding[] {
  const errors = findings.filter(({ severity, code }) => severity === "error" && code !== "full-width-character");
  if (errors.length === 0 || !hasFullWidth(text)) return findings;
  const slips = fullWidthSlips(text, 2);
  if (slips.length === 0) return findings;
  const named = new Set<FullWidthSlip>();
  return findings.flatMap((finding) => {
    const slip = errors.includes(finding) ? slips.find((one) => isAt(one, finding)) : undefined;
    if (slip === undefined) return finding;
    if (named.has(slip)) return [];
    named.add(slip);
    return { ...finding, ...slipFinding(slip) };
  });
}

function isAt({ edits }: FullWidthSlip, { span }: Finding): boolean {
  return edits.some(({ start, end }) => start < span.end && span.start < end);
}

function slipFinding({ span, characters, edits }: FullWidthSlip): Partial<Finding> {
  return {
    code: "full-width-character",
    span,
    message: fullWidthText(characters),
    topic: "yaml-syntax",
    data: { title: FULL_WIDTH_FIX, edits, preferred: true, safe: true },
  };
}
