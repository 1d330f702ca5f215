import { references } from "../../../model/focus/references.ts";
import { entriesOf, type Template } from "../../../model/template.ts";
import { fitOf } from "../keys/fit.ts";
import { type CompletionItem, type ExportedName, escapedSnippet, type Named, namedItem, type Scene } from "../scene.ts";

/** Targets of `Ref`: parameters, resources and pseudo parameters, those of the kind that the property wants first. */
export function refItems(scene: Scene): CompletionItem[] {
  const { place, subject } = scene;
  if (subject.call?.name !== "Ref" || subject.call.steps.length > 0 || place.accepts.value !== true) return [];
  return refTargets(scene).map((target) => namedItem(scene, target));
}

/** The targets of `Ref`, and of a variable of `Sub`, at the caret. */
export function refTargets(scene: Scene): readonly Named[] {
  const { template, catalogue, subject } = scene;
  const { parameters, resources } = template.declarations;
  const fit = fitOf(scene);
  const inCondition = subject.section === "Conditions" || subject.section === "Rules";
  const targets: Named[] = scene.place.loopVariables
    .filter((name) => name !== "")
    .map((name) => ({ name, kind: "variable", rank: 0 }));
  for (const [name, { type }] of parameters) {
    targets.push({ name, kind: "parameter", rank: fit.parameter(type, name) ? 1 : 3, detail: type });
  }
  if (!inCondition) {
    for (const [name, { type }] of resources) {
      if (name === subject.entry && subject.section === "Resources") continue;
      targets.push({ name, kind: "resource", rank: fit.resource(type) && !fit.isRefused(name) ? 1 : 4, detail: type });
    }
  }
  for (const [name, { text }] of catalogue.pseudoParameters) {
    const detail = text[scene.language];
    targets.push({
      name,
      kind: "pseudoParameter",
      rank: fit.pseudoParameter(name) ? 2 : 5,
      detail,
      data: { of: "pseudoParameter", name },
    });
  }
  return targets;
}

/** Names of conditions. */
export function conditionItems(scene: Scene): CompletionItem[] {
  const { place, subject, template } = scene;
  if (place.accepts.value !== true || !wantsCondition(scene)) return [];
  return [...template.declarations.conditions]
    .filter((name) => !(subject.section === "Conditions" && name === subject.entry))
    .map((name) => namedItem(scene, { name, kind: "condition", rank: 1 }));
}

function wantsCondition({ subject, place }: Scene): boolean {
  const { call, section, path } = subject;
  const last = place.steps.at(-1);
  if (call?.name === "Condition") return true;
  if (call?.name === "Fn::If")
    return call.steps.length === 1 && call.steps[0]?.kind === "item" && call.steps[0].index === 0;
  if (call !== undefined) return section === "Conditions" && last?.kind === "key" && last.name === "Condition";
  if (section === "Resources" || section === "Outputs") return path.length === 1 && path[0] === "Condition";
  return section === "Conditions" && last?.kind === "key" && last.name === "Condition";
}

/** `DependsOn`: resources that are not named yet and do not depend on this one; the usual targets first. */
export function dependsOnItems(scene: Scene): CompletionItem[] {
  const { place, subject, template, catalogue } = scene;
  const own = subject.entry;
  if (
    subject.section !== "Resources" ||
    own === undefined ||
    subject.path[0] !== "DependsOn" ||
    subject.call !== undefined
  )
    return [];
  if (place.accepts.value !== true && place.accepts.item !== true) return [];
  const { resources } = template.declarations;
  const present = new Set(resources.get(own)?.dependsOn ?? []);
  present.delete(template.text.slice(place.content.start, place.content.end));
  const dependents = dependentsOf(scene, own);
  const usual = catalogue.values.order(subject.resourceType ?? "", ["DependsOn"]);
  return [...resources]
    .filter(([name]) => name !== own && !present.has(name) && !dependents.has(name))
    .map(([name, { type }]) =>
      namedItem(scene, { name, kind: "resource", rank: usual.includes(type ?? "") ? 0 : 1, detail: type }),
    );
}

/** The resources that wait for `name`, directly or through others. */
function dependentsOf({ template }: Scene, name: string): ReadonlySet<string> {
  const direct = directDependents(template);
  const found = new Set<string>();
  const open = [name];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const from of direct.get(next) ?? []) {
      if (found.has(from)) continue;
      found.add(from);
      open.push(from);
    }
  }
  return found;
}

/** Resource → those that name it in `DependsOn` or refer to it. */
function directDependents(template: Template): ReadonlyMap<string, readonly string[]> {
  const direct = new Map<string, string[]>();
  for (const entry of entriesOf(template, "Resources")) {
    for (const { kind, name } of references(entry)) {
      if (kind !== "ref" && kind !== "resource" && kind !== "dependsOn") continue;
      const known = direct.get(name);
      if (known === undefined) direct.set(name, [entry.name]);
      else if (known.at(-1) !== entry.name) known.push(entry.name);
    }
  }
  return direct;
}

/** `Fn::FindInMap`: the mapping, its keys, and the names under them. */
export function findInMapItems(scene: Scene): CompletionItem[] {
  const { place, subject, template } = scene;
  const [step] = subject.call?.steps ?? [];
  if (subject.call?.name !== "Fn::FindInMap" || place.accepts.value !== true || step?.kind !== "item") return [];
  const { mappings } = template.declarations;
  if (step.index === 0) return [...mappings.keys()].map((name) => namedItem(scene, { name, kind: "mapping", rank: 1 }));
  const [mapping = "", key] = argumentsBefore(scene);
  const entries = mappings.get(mapping);
  if (entries === undefined) return [];
  if (step.index === 1) {
    return [...entries.keys()].map((name) => namedItem(scene, { name, kind: "mapping", rank: 1, detail: mapping }));
  }
  if (step.index > 2) return [];
  const literal = key === undefined ? undefined : entries.get(key);
  const inner = literal === undefined ? [...entries.values()] : [literal];
  const names = new Map<string, string | undefined>();
  for (const values of inner)
    for (const [name, value] of values) if (!names.has(name)) names.set(name, String(value ?? ""));
  return [...names].map(([name, value]) =>
    namedItem(scene, { name, kind: "mapping", rank: 1, detail: literal === undefined ? mapping : value }),
  );
}

/** The scalars of the argument list before the caret; a function counts as one that is not known. */
function argumentsBefore({ template, place, subject }: Scene): (string | undefined)[] {
  const before = template.text.slice(Math.max(0, place.span.start - 600), place.span.start);
  const from = Math.max(before.lastIndexOf("FindInMap"), 0);
  const parts = before.slice(from + "FindInMap".length);
  const scalar = /^[":\s]*(?:\[\s*|\n\s*-\s*)["']?([\w.:-]+)["']?\s*(?:,|\n|\s*-)/.exec(parts)?.[1];
  if (subject.call?.steps[0]?.kind === "item" && subject.call.steps[0].index === 1) return [scalar];
  const second = /(?:,|\n\s*-)\s*["']?([\w.-]+)["']?\s*(?:,\s*|\n\s*-\s*)$/.exec(parts)?.[1];
  return [scalar, second];
}

/** `Fn::ImportValue`: what other templates of the workspace export. */
export function importItems(scene: Scene): CompletionItem[] {
  const { place, subject, exports } = scene;
  if (place.accepts.value !== true || subject.call === undefined) return [];
  if (subject.call.name === "Fn::ImportValue") return exports.map((one) => importedItem(scene, one));
  const inSub = subject.call.name === "Fn::Sub" && subject.calls.at(-2) === "Fn::ImportValue";
  if (!inSub || subject.call.steps.length > 0) return [];
  return exports.map(({ name, from }) => namedItem(scene, { name, kind: "export", rank: 1, detail: from }));
}

const VARIABLE = /\$\{([^}]{0,300})\}/g;

/** Parts of a name that are filled in at deployment become tab stops: they are the other stack's. */
function importedItem(scene: Scene, { name, from }: ExportedName): CompletionItem {
  const written = name.replace(VARIABLE, (_, variable: string) => placeholder(variable));
  const item = namedItem(scene, { name: written, kind: "export", rank: 1, detail: from });
  if (written === name) return item;
  const filter = { label: name, filterText: `${scene.place.quote}${name}` };
  if (!scene.snippetSupport) return { ...item, ...filter };
  let stop = 0;
  const insertText = name
    .match(VARIABLE)
    ?.map((variable) => placeholder(variable.slice(2, -1)))
    .reduce((text, one) => text.replace(one, `\${${++stop}:${one}}`), escapedSnippet(item.insertText));
  return { ...item, ...filter, insertText: insertText ?? item.insertText, snippet: true };
}

function placeholder(variable: string): string {
  return variable.replace(/^AWS::/, "").replace(/\W/g, "") || "name";
}
