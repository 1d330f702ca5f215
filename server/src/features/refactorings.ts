import type { Catalogue } from "../catalogue/types/catalogue.ts";
import type { Template } from "../model/template.ts";
import { applied, type Edit, offsetAfter } from "../text/edit.ts";
import type { Localised } from "../text/localised.ts";
import type { Span } from "../text/span.ts";
import { addContext } from "./refactor/addContext.ts";
import { addOutput } from "./refactor/addOutput.ts";
import { callForm } from "./refactor/callForm.ts";
import { extractCondition } from "./refactor/extractCondition.ts";
import { extractMapping } from "./refactor/extractMapping.ts";
import { extractParameter } from "./refactor/extractParameter.ts";
import { inlineParameter } from "./refactor/inlineParameter.ts";
import { joinAndSub } from "./refactor/joinAndSub.ts";
import { type MadeUpName, type Refactoring, sceneAt } from "./refactor/scene.ts";

const REFACTORINGS: readonly Refactoring[] = [
  extractParameter,
  extractMapping,
  extractCondition,
  inlineParameter,
  joinAndSub,
  callForm,
  addOutput,
  addContext,
];

/** A code action of a refactoring. */
export interface RefactoringAction {
  readonly kind: string;
  readonly title: Localised;
  /** A function if they are costly; all spans are absolute. */
  readonly edits: readonly Edit[] | (() => readonly Edit[]);
  /** The place of a made-up name after the edits; `undefined` if none was made up. */
  readonly named: (() => NamedPlace) | undefined;
}

/** A place in the text after the edits. */
export interface NamedPlace {
  readonly text: string;
  readonly offset: number;
}

/**
 * The refactorings at a selection.
 * @param wanted the kinds that are asked for
 */
export function refactorings(
  template: Template,
  catalogue: Catalogue,
  selection: Span,
  wanted: (kind: string) => boolean,
): readonly RefactoringAction[] {
  const asked = REFACTORINGS.filter(({ kind }) => wanted(kind));
  const scene = asked.length === 0 ? undefined : sceneAt(template, catalogue, selection);
  if (scene === undefined) return [];
  return asked.flatMap(({ kind, offers }) =>
    offers(scene).map(({ title, edits, named }) => ({
      kind,
      title,
      edits,
      named: named && (() => placeMadeUpName(template.text, typeof edits === "function" ? edits() : edits, named)),
    })),
  );
}

function placeMadeUpName(text: string, edits: readonly Edit[], { edit, at }: MadeUpName): NamedPlace {
  const others = edits.filter((one) => one !== edit);
  return { text: applied(text, edits), offset: offsetAfter(edit.start, others) + at };
}
