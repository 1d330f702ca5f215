import type { TextDocument } from "vscode-languageserver-textdocument";
import { severityOf } from "../../change/telling.ts";
import type { TemplateChange } from "../../change/templateChange.ts";
import type { OrderPhase } from "../../picture/deploymentOrder.ts";
import type { DeploymentOrder, DeploymentOrderParams, OrderStep } from "../../protocol/template.ts";
import { visible } from "../../text/visible.ts";
import { rangeOf } from "../documents/documents.ts";
import { effectOf } from "./effectOf.ts";
import texts from "./orderPicture.json";

interface OrderQuestion {
  readonly phases: readonly OrderPhase[];
  readonly change: TemplateChange;
  readonly operation: DeploymentOrderParams["operation"];
  readonly document: TextDocument;
  /** What a resource waits for besides others; empty for nothing. */
  readonly waits: (id: string) => string;
  readonly language: "en" | "ja";
}

/** An order in the protocol's form. */
export function orderAnswer({ phases, change, operation, document, waits, language }: OrderQuestion): DeploymentOrder {
  const kept = change.changes.filter(({ action, policyAction }) => action === "Remove" && policyAction === "Retain");
  // A deleted resource is in the open template only if that is the one of the stack.
  const side = operation === "delete" ? "before" : "after";
  const entries = change[side];
  return {
    phases: phases.map(({ kind, steps }) => ({
      title: texts.phases[kind].title[language],
      failure: texts.phases[kind].failure[language],
      steps: steps.map(({ change: one, wave, waitsFor, isCritical, undo }): OrderStep => {
        const entry = entries.get(one.id)?.entry;
        const isOld = kind === "clean up" && one.action === "Modify";
        const severity = severityOf(one);
        // That all is created, or deleted, need not be said.
        const isTold =
          operation === "update" ||
          (kind === "delete" && (severity === "data-loss" || one.policyAction === "Snapshot"));
        return {
          title: visible(one.id),
          detail: [visible(one.type), waits(one.id)].filter(Boolean).join(" · "),
          ...(isTold && { effect: isOld ? texts.old[language] : effectOf(one, language), severity }),
          ...(entry && {
            range: rangeOf(document, { start: entry.key.start + entry.offset, end: entry.key.end + entry.offset }),
            entry: rangeOf(document, { start: entry.key.start + entry.offset, end: entry.value.end + entry.offset }),
          }),
          wave,
          waitsFor,
          isCritical,
          undo: texts.undo[undo][language],
        };
      }),
    })),
    kept: kept.map(({ id }) => visible(id)),
  };
}
