import type { CheckedFile } from "../files/checked.ts";

/** The data that a format gets. */
export interface Report {
  /** Files with their diagnostics, in the order of their paths; those without any, too. */
  readonly files: readonly CheckedFile[];
  readonly language: "en" | "ja";
  readonly color: boolean;
  readonly version: string;
  /** Whether safe fixes were to be made. */
  readonly isFixing: boolean;
  /** Whether nothing but the findings is wanted. */
  readonly quiet: boolean;
  /** The text of the rules' page on a code, as Markdown. */
  ruleText(code: string): string | undefined;
  /** The address of that page on the web. */
  ruleAddress(code: string): string | undefined;
}
