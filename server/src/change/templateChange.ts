import type { Catalogue } from "../catalogue/types/catalogue.ts";
import type { Template } from "../model/template.ts";
import { withDependents } from "./dependents.ts";
import { ownChanges, type Sides } from "./ownChanges.ts";
import {
  contentKey,
  type Detail,
  isKnownToReplace,
  type ResourceChange,
  type ResourceState,
  removalAction,
  replaceAction,
  replacementOf,
  resourceStates,
} from "./resourceState.ts";
import { generatedChanges, withGlobals } from "./sam.ts";
import { asFarAsRead, type Unread } from "./unread.ts";
import { createResolver } from "./values/resolver.ts";

/** A template with the values of its parameters; those that are not given have their defaults. */
export interface Deployment {
  readonly template: Template;
  readonly parameters?: ReadonlyMap<string, string>;
  /** Whether parameters may have any value: then neither is asked for what is given nor for defaults. */
  readonly isOpen?: boolean;
}

/** The effect of an update. */
export interface TemplateChange {
  readonly changes: readonly ResourceChange[];
  readonly sides: Sides;
  readonly before: ReadonlyMap<string, ResourceState>;
  readonly after: ReadonlyMap<string, ResourceState>;
  readonly unread: Unread;
}

/** What CloudFormation would do to the resources of a stack if `after` were deployed in place of `before`. */
export function templateChange(before: Deployment, after: Deployment, catalogue: Catalogue): TemplateChange {
  const [resolverBefore, resolverAfter] = [before, after].map(({ template, parameters, isOpen }) =>
    createResolver(template, isOpen === true ? "any" : parameters),
  ) as [Sides["before"], Sides["after"]];
  const read = asFarAsRead(
    before.template,
    after.template,
    withGlobals(resourceStates(resolverBefore), resolverBefore),
    withGlobals(resourceStates(resolverAfter), resolverAfter),
  );
  const { before: statesBefore, after: statesAfter, unread } = read;
  const existed = new Set([...statesBefore.values()].filter(({ exists }) => exists !== false).map(({ id }) => id));
  const sides: Sides = {
    catalogue,
    before: unread.isWhole ? resolverAfter : resolverBefore,
    after: resolverAfter,
    existed,
  };
  const own = new Map<string, readonly Detail[]>();
  for (const [id, state] of statesAfter) {
    const earlier = statesBefore.get(id);
    if (unread.resources.has(id)) continue;
    if (earlier !== undefined && state.exists !== false && earlier.exists !== false)
      own.set(id, ownChanges(earlier, state, sides));
  }
  const details = withDependents(own, statesAfter, statesBefore, sides);
  const ids = new Set([...statesBefore.keys(), ...statesAfter.keys()]);
  const changes = [
    ...[...ids].flatMap((id) => changeOf(statesBefore.get(id), statesAfter.get(id), details.get(id) ?? [])),
    ...generatedChanges(statesBefore, statesAfter, details, catalogue),
  ];
  return { changes: withMoves(changes, statesBefore, statesAfter), sides, ...read };
}

function changeOf(
  before: ResourceState | undefined,
  after: ResourceState | undefined,
  details: readonly Detail[],
): readonly ResourceChange[] {
  const isTypeKept = before === undefined || after === undefined || before.type === after.type;
  const action = actionOf(before?.exists ?? false, after?.exists ?? false, !isTypeKept || details.length > 0);
  const state = after ?? before;
  if (action === undefined || state === undefined) return [];
  const replacement = action !== "Modify" ? undefined : isTypeKept ? replacementOf(details) : "True";
  const policyAction =
    action === "Remove" && before !== undefined
      ? removalAction(before)
      : replacement === "True" && after !== undefined
        ? replaceAction(after)
        : undefined;
  const mayReplace = replacement === "Conditional" && details.some(isKnownToReplace);
  return [
    {
      id: state.id,
      type: (action === "Remove" ? before : after)?.type ?? state.type,
      action,
      replacement,
      policyAction,
      ...(mayReplace && after !== undefined && { possibleAction: replaceAction(after) }),
      // Details of a resource of another type are no changes of this one.
      details: action === "Modify" && isTypeKept ? details : [],
      before: nameSpanOf(before),
      after: nameSpanOf(after),
    },
  ];
}

function actionOf(
  before: ResourceState["exists"],
  after: ResourceState["exists"],
  isChanged: boolean,
): ResourceChange["action"] | undefined {
  if (before === false) return after === false ? undefined : after === true ? "Add" : "Dynamic";
  if (after === false) return before === true ? "Remove" : "Dynamic";
  if (isChanged) return "Modify";
  return before === after ? undefined : "Dynamic";
}

function nameSpanOf(state: ResourceState | undefined): ResourceChange["before"] {
  if (state === undefined) return undefined;
  const { key, offset } = state.entry;
  return { start: key.start + offset, end: key.end + offset };
}

/** Additions with the content of exactly one removed resource say so. */
function withMoves(
  changes: readonly ResourceChange[],
  before: ReadonlyMap<string, ResourceState>,
  after: ReadonlyMap<string, ResourceState>,
): readonly ResourceChange[] {
  const removed = new Map<string, string[]>();
  for (const { id, action } of changes) {
    const state = action === "Remove" ? before.get(id) : undefined;
    if (state === undefined || state.parts.size === 0) continue;
    const key = contentKey(state);
    removed.set(key, [...(removed.get(key) ?? []), id]);
  }
  return changes.map((change) => {
    const state = change.action === "Add" ? after.get(change.id) : undefined;
    const [from, ...others] = (state && removed.get(contentKey(state))) ?? [];
    return from === undefined || others.length > 0 ? change : { ...change, movedFrom: from };
  });
}
