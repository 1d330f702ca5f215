import type { TextDocument } from "vscode-languageserver-textdocument";
import { severityOf } from "../../change/telling.ts";
import type { TemplateChange } from "../../change/templateChange.ts";
import type { OrderPhase, Undo } from "../../picture/deploymentOrder.ts";
import type { DeploymentOrder, DeploymentOrderParams, OrderStep } from "../../protocol/template.ts";
import type { Localised } from "../../text/localised.ts";
import { visible } from "../../text/visible.ts";
import { rangeOf } from "../documents/documents.ts";
import { effectOf } from "./effectOf.ts";

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
  // What is deleted stands in the open template only if that is the one of the stack.
  const side = operation === "delete" ? "before" : "after";
  const entries = change[side];
  return {
    phases: phases.map(({ kind, steps }) => ({
      title: PHASES[kind].title[language],
      failure: PHASES[kind].failure[language],
      steps: steps.map(({ change: one, wave, waitsFor, isCritical, undo }): OrderStep => {
        const entry = entries.get(one.id)?.entry;
        const isOld = kind === "clean up" && one.action === "Modify";
        const severity = severityOf(one);
        // That all is created, or deleted, is no news.
        const isTold =
          operation === "update" ||
          (kind === "delete" && (severity === "data-loss" || one.policyAction === "Snapshot"));
        return {
          title: visible(one.id),
          detail: [visible(one.type), waits(one.id)].filter(Boolean).join(" · "),
          ...(isTold && { effect: isOld ? OLD[language] : effectOf(one, language), severity }),
          ...(entry && {
            range: rangeOf(document, { start: entry.key.start + entry.offset, end: entry.key.end + entry.offset }),
            entry: rangeOf(document, { start: entry.key.start + entry.offset, end: entry.value.end + entry.offset }),
          }),
          wave,
          waitsFor,
          isCritical,
          undo: UNDO[undo][language],
        };
      }),
    })),
    kept: kept.map(({ id }) => visible(id)),
  };
}

const OLD: Localised = { en: ": the old one is deleted", ja: ": 古いリソースを削除します" };

const PHASES: Readonly<Record<OrderPhase["kind"], { readonly title: Localised; readonly failure: Localised }>> = {
  create: {
    title: { en: "Create", ja: "作成" },
    failure: {
      en: "The stack rolls back: what has been created is deleted again, in the opposite order.",
      ja: "スタックがロールバックし、作成済みのリソースを逆の順序で削除します。",
    },
  },
  update: {
    title: { en: "Create and update", ja: "作成と更新" },
    failure: {
      en: "The stack rolls back: what is new is deleted, what was updated is set back. Nothing old has been deleted yet.",
      ja: "スタックがロールバックし、新しいリソースを削除して、更新したリソースを元に戻します。古いリソースはまだ削除されていません。",
    },
  },
  "clean up": {
    title: { en: "Clean up", ja: "クリーンアップ" },
    failure: {
      en: "Nothing is rolled back any more: the update is complete, and what could not be deleted is left behind, outside the stack.",
      ja: "更新は完了しているため、ロールバックしません。削除できなかったリソースは、スタックの管理から外れて残ります。",
    },
  },
  delete: {
    title: { en: "Delete", ja: "削除" },
    failure: {
      en: "Nothing is rolled back: what is deleted is gone, and the stack stays with DELETE_FAILED and whatever this one needs.",
      ja: "ロールバックしません。削除済みのリソースは戻らず、失敗したリソースと、それが必要とするリソースを残して、スタックはDELETE_FAILEDになります。",
    },
  },
};

const UNDO: Readonly<Record<Undo, Localised>> = {
  deleted: { en: "deleted again", ja: "削除" },
  kept: { en: "kept (DeletionPolicy: Retain)", ja: "残る（DeletionPolicy: Retain）" },
  "set back": { en: "set back", ja: "元に戻す" },
  gone: { en: "gone", ja: "削除済み" },
  left: { en: "deleted", ja: "削除済み" },
};
