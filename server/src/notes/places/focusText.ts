import type { Focus, Place } from "../../model/focus/focus.ts";
import { said, sayer } from "../../text/localised.ts";
import { shortened } from "../../text/shortened.ts";
import type { NoteLanguage } from "../reading/note.ts";

/** What is under the caret, in CloudFormation's words: `property VisibilityTimeout of AWS::SQS::Queue`. */
export function focusText(focus: Focus, language: NoteLanguage): string {
  const say = sayer(language);
  const key = (): string => lastKeyText(focus.place, language);
  switch (focus.kind) {
    case "section":
      return say(`section ${focus.section.name}`, `セクション${focus.section.name}`);
    case "name":
      return nameText(focus, language);
    case "type":
      return say(`resource type ${focus.type}`, `リソースタイプ${focus.type}`);
    case "key":
      return key();
    case "function":
      return say(`function ${focus.call.name}`, `組み込み関数${focus.call.name}`);
    case "reference":
      return referenceText(focus, language);
    case "word":
      if (focus.script) return say(`word ${short(focus.word)} of a script`, `スクリプトの語${short(focus.word)}`);
      return say(`word ${short(focus.word)} in ${key()}`, `${key()}の語${short(focus.word)}`);
    case "value":
      return say(`value ${short(focus.scalar.text)} of ${key()}`, `${key()}の値${short(focus.scalar.text)}`);
    case "blank":
      return say("nothing", "何もないところ");
  }
}

function nameText({ entry, place }: Extract<Focus, { kind: "name" }>, language: NoteLanguage): string {
  if (place.in === "resource") return said(language, `logical ID ${entry.name}`, `論理ID ${entry.name}`);
  const section = place.in === "entry" ? place.section : "";
  return said(language, `name ${entry.name} in ${section}`, `${section}の名前${entry.name}`);
}

function referenceText({ reference, place }: Extract<Focus, { kind: "reference" }>, language: NoteLanguage): string {
  const { name, kind } = reference;
  if (kind === "ref" && name.startsWith("AWS::"))
    return said(language, `pseudo parameter ${name}`, `擬似パラメータ${name}`);
  const key = lastKeyText(place, language);
  return said(language, `reference to ${name} in ${key}`, `${key}の、${name}への参照`);
}

/** The key that a place belongs to. */
function lastKeyText(place: Place, language: NoteLanguage): string {
  const say = sayer(language);
  if (place.in === "template") return say("the template", "テンプレート");
  if (place.in === "section") return say(`section ${place.section}`, `セクション${place.section}`);
  const path = place.path.filter((key) => typeof key === "string").join(".");
  if (place.in === "entry")
    return path === ""
      ? say(`${place.name} in ${place.section}`, `${place.section}の${place.name}`)
      : say(`key ${path} in ${place.section}`, `${place.section}のキー${path}`);
  const { attribute, type } = place;
  if (attribute === undefined) return say(`logical ID ${place.logicalId}`, `論理ID ${place.logicalId}`);
  if (attribute === "Properties" && path !== "" && type !== undefined)
    return say(`property ${path} of ${type}`, `${type}のプロパティ${path}`);
  const whole = path === "" ? attribute : `${attribute}.${path}`;
  return say(`resource attribute ${whole}`, `リソース属性${whole}`);
}

function short(text: string): string {
  return shortened(text.replace(/\s+/g, " ").trim(), 60);
}
