import { DiagnosticSeverity } from "vscode-languageserver-types";
import type { Severity } from "../../rules/shared/rule.ts";

/** Severities in LSP's numbers. */
export const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};
