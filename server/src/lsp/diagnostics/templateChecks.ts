import type { Diagnostic as LspDiagnostic } from "vscode-languageserver";
import { DiagnosticTag } from "vscode-languageserver-types";
import type { Diagnostic } from "../../features/diagnostics.ts";
import { inPackagedProject } from "../../features/project/packagedProject.ts";
import type { Focus } from "../../model/focus/focus.ts";
import { entryAt, focusAt } from "../../model/focus/focusAt.ts";
import { declarationsOfChildren } from "../../model/references/childTemplates.ts";
import { exportsOf } from "../../model/references/exports.ts";
import type { Template } from "../../model/template.ts";
import type { Node } from "../../model/tree/node.ts";
import { ASKED_NOTHING, askedAt } from "../../notes/lesson/asked.ts";
import type { AskedTemplate } from "../../notes/ownNames/ownCandidates.ts";
import type { AskedWords } from "../../protocol/notes.ts";
import type { DiagnosticsRequest, TemplateChecker } from "../../templateChecker.ts";
import { memoBy } from "../../text/memoBy.ts";
import { visible } from "../../text/visible.ts";
import { type OpenTemplate, rangeOf } from "../documents/documents.ts";
import type { ChildTemplates } from "../workspace/childTemplates.ts";
import type { DocumentProject, Projects } from "../workspace/projects.ts";
import type { WorkspaceExports } from "../workspace/workspaceExports.ts";
import { SEVERITIES } from "./severities.ts";

export interface TemplateChecksParts {
  /** Loads what finds mistakes. */
  readonly checker: () => Promise<TemplateChecker>;
  /** The rules' settings; `undefined` while diagnostics are switched off. */
  readonly request: () => DiagnosticsRequest | undefined;
  readonly projects: Projects;
  readonly children: ChildTemplates;
  readonly exports: WorkspaceExports;
  /** The link to the note on a topic, at what it says of some words. */
  readonly noteLink: (topic: string, asked: AskedWords, template: AskedTemplate, offset: number) => string | undefined;
  /** The link to the page on a code. */
  readonly ruleLink: (code: string) => string | undefined;
}

/** Checks templates, open or not, with what their project, nested templates and other templates say. */
export class TemplateChecks {
  readonly #parts: TemplateChecksParts;

  constructor(parts: TemplateChecksParts) {
    this.#parts = parts;
  }

  /**
   * The diagnostics in steps, the last of which returns them; `undefined` if none are to be shown for a template.
   *
   * @param own settings of the rules, in place of those of the session
   * @param soFar is called once for a large template, with what is found in its beginning
   * @param putOff is given while somebody types; see `WholeCheck.putOff`
   */
  async begin(
    open: OpenTemplate,
    own: DiagnosticsRequest | undefined = this.#parts.request(),
    { soFar, putOff }: Pick<DiagnosticsRequest, "soFar" | "putOff"> = {},
  ): Promise<Generator<void, readonly Diagnostic[]> | undefined> {
    const { checker, projects, children: nested } = this.#parts;
    const { document, template } = open;
    const project = await projects.of(document.uri);
    if (own === undefined || project?.isIgnored === true || GENERATED.test(document.uri)) return undefined;
    const children = declarationsOfChildren(await nested.all(document.uri, template), document.uri);
    const missing = await nested.missing(document.uri, template);
    const exportedElsewhere = await this.#exportedElsewhere(open);
    const { diagnostics } = await checker();
    const asked = {
      ...(project === undefined ? own : withProject(own, project)),
      children,
      missing,
      exportedElsewhere,
    };
    const packages = (): boolean => projects.packages(document.uri);
    const shown = (found: readonly Diagnostic[]): readonly Diagnostic[] => {
      const left = inPackagedProject(found, asked.severities, packages);
      return project === undefined ? left : project.beyondBaseline(left);
    };
    return known(diagnostics(template, { ...asked, putOff, soFar: soFar && ((found) => soFar(shown(found))) }), shown);
  }

  /** Other templates are read only for a template that exports a literal name. */
  async #exportedElsewhere({ document, template }: OpenTemplate): Promise<ReadonlyMap<string, string>> {
    if (!exportsOf(template).some(({ name }) => !name.includes("${"))) return new Map();
    const others = await this.#parts.exports.besides(document.uri);
    return new Map(others.map(({ name, from }) => [name, from]));
  }

  /** Diagnostics in LSP's form. */
  shown({ document, template }: OpenTemplate, diagnostic: Diagnostic): LspDiagnostic {
    const { span, code, severity, message, topic, related, tag } = diagnostic;
    const { noteLink, ruleLink } = this.#parts;
    const place = { uri: document.uri, template };
    const note = topic === undefined ? undefined : noteLink(topic, askedBy(template, span.start), place, span.start);
    const href = note ?? ruleLink(code);
    const told: LspDiagnostic = {
      range: rangeOf(document, span),
      severity: SEVERITIES[severity],
      source: "cfn-notes",
      code,
      message: visible(message),
    };
    if (href !== undefined) told.codeDescription = { href };
    if (tag !== undefined) told.tags = [tag === "deprecated" ? DiagnosticTag.Deprecated : DiagnosticTag.Unnecessary];
    if (related.length > 0)
      told.relatedInformation = related.map((other) => ({
        location: { uri: document.uri, range: rangeOf(document, other.span) },
        message: visible(other.message),
      }));
    return told;
  }
}

/**
 * The words that a hover at the beginning of a diagnostic would look for in the note; the same object as long as its
 * entry does not change.
 */
function askedBy(template: Template, offset: number): AskedWords {
  const entry = entryAt(template, offset);
  if (entry === undefined) {
    const focus = focusAt(template, offset);
    return focus?.kind === "section" ? askedOfSection(focus.section.key, focus) : askedWords(focus);
  }
  const known = askedIn(entry.value);
  const relative = offset - entry.offset;
  const asked = known.get(relative) ?? askedWords(focusAt(template, offset));
  known.set(relative, asked);
  return asked;
}

/** By the offset in the entry. An edit leaves most diagnostics at the same offset in theirs. */
const askedIn = memoBy((_entry: Node) => new Map<number, AskedWords>());

/** By the section's key, whose name is all that is looked for there. */
const askedOfSection = memoBy((_key: Node, focus: Focus) => askedWords(focus));

function askedWords(focus: Focus | undefined): AskedWords {
  const { words, type } = focus === undefined ? ASKED_NOTHING : askedAt(focus);
  return { words, ...(type !== undefined && { type }) };
}

function* known<Result>(steps: Generator<void, Result>, last: (found: Result) => Result): Generator<void, Result> {
  return last(yield* steps);
}

/** Files that the CDK and SAM generate: nobody fixes them by hand. */
const GENERATED = /\/(?:cdk\.out|\.aws-sam)\//;

/** Settings of the project come before the user's, so that editor and CI agree. */
export function withProject(request: DiagnosticsRequest, { settings }: DocumentProject): DiagnosticsRequest {
  return {
    ...request,
    severities: new Map([...request.severities, ...settings.severities]),
    regions: settings.regions,
    ignored: [...(request.ignored ?? []), ...settings.ignored],
  };
}
