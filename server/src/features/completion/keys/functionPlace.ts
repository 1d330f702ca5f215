import { type Scene, typedText } from "../scene.ts";

/** Functions are allowed in properties and what SAM gives to them, metadata, policies, outputs and conditions; nowhere in parameters and mappings. */
export function functionContext(scene: Scene): "value" | "condition" | "rule" | undefined {
  const { subject, place, template } = scene;
  if (place.accepts.text === true || place.steps.length < 2) return undefined;
  const { section, path, call } = subject;
  if (call !== undefined && !takesFunctions(call.name, call.steps[0])) return undefined;
  if (section === "Conditions") return "condition";
  if (section === "Rules")
    return path[0] === "RuleCondition" || path[0] === "Assertions" || call !== undefined ? "rule" : undefined;
  if (section === "Outputs")
    return path.length > 0 && path[0] !== "Description" && path[0] !== "Condition" && !isKeyOf(scene)
      ? "value"
      : undefined;
  if (section === "Globals") return path.length > 2 ? "value" : undefined;
  if (section !== "Resources") return undefined;
  const [attribute] = path;
  if (attribute === "Type" || attribute === "DependsOn" || attribute === "Condition" || attribute === undefined)
    return undefined;
  // The policy for a deleted resource takes literal words only, unless a transform reads it first.
  const isFixed = attribute === "DeletionPolicy" || attribute === "UpdateReplacePolicy";
  return isFixed && !template.declarations.transforms.includes("AWS::LanguageExtensions") ? undefined : "value";
}

/** `Export` takes a fixed key, not a function. */
function isKeyOf({ subject }: Scene): boolean {
  return subject.path.length === 1 && subject.path[0] === "Export";
}

/** Whether an argument of a function may be a function itself. */
function takesFunctions(name: string, step: { readonly kind: string; readonly index?: number } | undefined): boolean {
  const index = step?.kind === "item" ? step.index : undefined;
  if (name === "Ref" || name === "Condition" || name === "Fn::GetAtt") return false;
  if (name.startsWith("Fn::ForEach")) return index === 1;
  if (name === "Fn::Sub") return index === undefined ? false : index === 1;
  if (name === "Fn::If") return index !== 0;
  if (name === "Fn::Join" || name === "Fn::Split") return index === undefined || index > 0;
  return true;
}

/** Functions match many words that mean something else: only the beginning of a name counts. */
export function mayBeginFunction(typed: string): boolean {
  return typed === "" || /^(?:!|Fn|Ref)/i.test(typed);
}

/**
 * Whether a value with functions may be meant. In JSON it replaces the quotes that editors and skeletons write, and a
 * word without quotes means nothing else.
 */
export function mayBeFunction(scene: Scene): boolean {
  const { quote, style } = scene.place;
  return style === "json" || (quote === "" && mayBeginFunction(typedText(scene)));
}

/** Whether a function may stand at the caret. */
export function takesFunction(scene: Scene): boolean {
  return functionContext(scene) !== undefined;
}
