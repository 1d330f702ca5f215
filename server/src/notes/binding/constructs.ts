import { type NotePlace, parsePlace } from "../reading/note.ts";
import { isDistinctive, nameKey } from "../words/names.ts";

const ATTRIBUTES = ["CreationPolicy", "UpdatePolicy", "DeletionPolicy", "UpdateReplacePolicy", "DependsOn"];
const SECTIONS =
  "AWSTemplateFormatVersion Description Metadata Parameters Rules Mappings Conditions Transform Globals Hooks Resources Outputs".split(
    " ",
  );
/** Functions whose bare names are unmistakable; the rest (`If`, `Join`) count only as `Fn::If` or `!If`. */
const FUNCTIONS = new Map(
  ["GetAtt", "FindInMap", "ImportValue", "GetAZs", "ForEach", "ToJsonString"].map((name) => [nameKey(name), name]),
);
const PSEUDO = "AccountId NotificationARNs NoValue Partition Region StackId StackName URLSuffix".split(" ");
const COMMAND = /^(?:aws|eb|sam|cdk|ecs-cli) [a-z][a-z0-9-]*(?: [a-z][a-z0-9-]*)*$/;

/** The constructs of CloudFormation that a name unmistakably means. */
export function constructsNamed(name: string): NotePlace[] {
  const key = nameKey(name);
  const attribute = ATTRIBUTES.find((known) => nameKey(known) === key);
  if (attribute !== undefined) return [{ kind: "attribute", path: [attribute], value: undefined }];
  if (key === "awstemplateformatversion") return places("section:AWSTemplateFormatVersion");
  const called = /^(?:Fn::|!)([A-Z]\w+)$/.exec(name)?.[1] ?? FUNCTIONS.get(key);
  if (name === "!Ref" || name === "Ref") return [{ kind: "function", name: "Ref" }];
  if (called !== undefined) return [{ kind: "function", name: `Fn::${called}` }];
  if (/^(?:AWS|Alexa|Custom)::[\w:*.]+$/.test(name)) return places(name);
  if (/^cfn-[a-z-]+$/.test(name)) return [{ kind: "word", words: [name] }];
  if (COMMAND.test(name)) return [{ kind: "word", words: name.split(" ") }];
  return [];
}

/** The helper scripts of instances. */
export const HELPERS: readonly string[] = ["cfn-init", "cfn-signal", "cfn-hup", "cfn-get-metadata"];

/** Whether a title is the very name of a function, an attribute or a helper script, which are the same in all templates. */
export function isOfLanguage(title: string): boolean {
  const name = withoutCode(title);
  return (
    HELPERS.includes(name) || constructsNamed(name).some(({ kind }) => kind === "attribute" || kind === "function")
  );
}

/** A title without the marks of code around a name. */
export function withoutCode(title: string): string {
  return title.replaceAll("`", "").trim();
}

/** Whatever construct a marker's bare name means; a script's word and a text's token if there is none. */
export function constructsMarked(name: string): NotePlace[] {
  const found = constructsNamed(name);
  const key = nameKey(name);
  for (const section of SECTIONS)
    if (nameKey(section) === key) found.push({ kind: "section", section, path: [], value: undefined });
  if (key === "metadata") found.push({ kind: "attribute", path: ["Metadata"], value: undefined });
  for (const pseudo of PSEUDO)
    if (isDistinctive(pseudo) && nameKey(pseudo) === key) found.push({ kind: "pseudo", name: `AWS::${pseudo}` });
  return found;
}

function places(...sources: readonly string[]): NotePlace[] {
  return sources.flatMap((source) => parsePlace(source) ?? []);
}
