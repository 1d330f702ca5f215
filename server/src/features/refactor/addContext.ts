import { resourceContext } from "../../model/metadataContext.ts";
import { contextEdit } from "./contextEdit.ts";
import type { Refactoring } from "./scene.ts";

/**
 * The skeleton of AWS's Metadata Context for the resource whose name is under the caret: why it is so, what has to stay,
 * and how freely it may be changed.
 *
 * @example
 * Metadata:
 *   com.aws.cloudformation.Context:
 *     why: ""
 *     must: []
 *     mutable: review-required
 */
export const addContext: Refactoring = {
  kind: "refactor.rewrite.context",
  offers({ template, entry, onName }) {
    if (!onName || entry.section !== "Resources" || resourceContext(entry) !== undefined) return [];
    const made = contextEdit(template, entry, [
      ["why", ""],
      ["must", []],
      ["mutable", "review-required"],
    ]);
    return made === undefined
      ? []
      : [{ title: { en: "Add a Metadata Context", ja: "Metadata Contextを追加" }, edits: [made] }];
  },
};
