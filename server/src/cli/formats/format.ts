import type { CheckedFile } from "../checked.ts";

/** What a format has to go on. */
export interface Report {
  /** Files with their diagnostics, in the order of their paths; those without any, too. */
  readonly files: readonly CheckedFile[];
  readonly language: "en" | "ja";
  readonly color: boolean;
  readonly version: string;
}
