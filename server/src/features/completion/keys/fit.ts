import { samBecomes } from "../../../catalogue/sam/samKinds.ts";
import type { ValueType } from "../../../catalogue/types/catalogue.ts";
import { alternatives } from "../../../catalogue/types/schemaAt.ts";
import { entryOf } from "../../../model/template.ts";
import { serviceAt, trustOf, trusts } from "../../../rules/shared/links/roleUses.ts";
import type { Scene } from "../scene.ts";

/** Whether a target of a reference is of the kind that the property at the caret most likely wants. */
export interface Fit {
  parameter(type: string | undefined, name: string): boolean;
  resource(type: string | undefined): boolean;
  /** Whether the property is called as the type, and not only as the end of its name. */
  isNamed(type: string | undefined): boolean;
  /** Whether the service that gets the role by this property may not assume that one. */
  isRefused(role: string): boolean;
  pseudoParameter(name: string): boolean;
}

/** A property's name says which kind of thing it takes: `VpcId` a VPC, `SecurityGroupIds` security groups. */
export function fitOf(scene: Scene): Fit {
  const { subject, catalogue, template } = scene;
  const property = wantedName(scene);
  const wanted = property === undefined ? "" : nounOf(property);
  const shapes = subject.wanted === undefined ? [] : alternatives(subject.wanted.type);
  const number = shapes.length > 0 && shapes.every(({ kind }) => kind === "number");
  // No resource's id is a number, a boolean, or one of a few words.
  const isWord = shapes.length > 0 && shapes.every(takesListed);
  const list = shapes.length > 0 && shapes.every(({ kind }) => kind === "list");
  const service = serviceAt(subject.resourceType ?? "", subject.path);
  return {
    parameter: (type = "String", name) => {
      if (number) return type === "Number";
      const isList = type.startsWith("List<") || type === "CommaDelimitedList" || type.includes("<List<");
      if (list && isList) return true;
      if (wanted === "" || isList) return false;
      return typeNouns(type).some((noun) => same(noun, wanted)) || same(nounOf(name), wanted);
    },
    resource: (declared) => {
      if (declared === undefined || isWord || wanted === "") return false;
      // `ApiId` is that of an HTTP API, `RestApiId` that of SAM's `Api`.
      const type = samBecomes(declared) ?? declared;
      if (service !== undefined && type === "AWS::IAM::Role") return true;
      // `Ref` of no other type is a URL.
      if (property?.endsWith("QueueUrl")) return type === "AWS::SQS::Queue";
      const noun = type.slice(type.lastIndexOf(":") + 1);
      if (same(noun, wanted)) return true;
      return (
        type.startsWith("AWS::") &&
        wanted.length > 3 &&
        same(`${type.split("::")[1]}${noun}`, wanted) &&
        catalogue.typeNames.includes(type)
      );
    },
    isNamed: (declared = "") => {
      const type = samBecomes(declared) ?? declared;
      return type.slice(type.lastIndexOf(":") + 1).toLowerCase() === wanted;
    },
    isRefused: (role) => {
      if (service === undefined) return false;
      const entry = entryOf(template, "Resources", role);
      const trust = entry && trustOf(entry);
      return trust !== undefined && !trusts(trust, service);
    },
    pseudoParameter: (name) => {
      const end = name.slice("AWS::".length).toLowerCase();
      return property !== undefined && (property.toLowerCase() === end || (end === "region" && property === "Region"));
    },
  };
}

function takesListed(type: ValueType): boolean {
  return (
    type.kind === "number" ||
    type.kind === "boolean" ||
    (type.kind === "string" && type.enum !== undefined && type.closed === true)
  );
}

/**
 * The name of what is wanted at the caret: the key's, an output's, or the `Name` beside a `Value`, as of a dimension or an
 * environment variable. `QUEUE_URL` is `QueueUrl`.
 */
export function wantedName({ subject, place }: Scene): string | undefined {
  const key = subject.path.findLast((step): step is string => typeof step === "string");
  const beside = key === "Value" ? place.levels.at(-1)?.valueOf("Name") : undefined;
  const name = (isOutputValue(subject) ? subject.entry : beside) || key;
  if (name === undefined || !/^[A-Z0-9_]{3,}$/.test(name)) return name;
  return name.replace(/([A-Z0-9])([A-Z0-9]*)_?/g, (_, first: string, rest: string) => first + rest.toLowerCase());
}

export function isOutputValue({ section, path }: Scene["subject"]): boolean {
  return section === "Outputs" && path.length === 1 && path[0] === "Value";
}

/** Whether a resource or parameter of that type can be what a name such as `AlarmTopic` or `Vpc` stands for. */
export function isNamedAs(name: string, type: string | undefined): boolean {
  return typeNouns(type ?? "").some((noun) => same(noun, nounOf(name)));
}

/** `SecurityGroupIds` → `securitygroup`. */
function nounOf(property: string): string {
  return property
    .replace(/(?:Ids?|Arns?|Names?|Refs?|List|Identifiers?|s)$/, "")
    .replace(/(?:Id|Arn|Name)$/, "")
    .toLowerCase();
}

/** The nouns in a parameter type: `AWS::EC2::SecurityGroup::Id` → `SecurityGroup`. */
function typeNouns(type: string): string[] {
  return type
    .split(/[<>:]+/)
    .filter((part) => part !== "" && !/^(?:AWS|EC2|List|Id|KeyName|Name|Value|SSM|Parameter|String)$/.test(part));
}

function same(noun: string, wanted: string): boolean {
  const plain = noun.toLowerCase();
  if (plain === "" || wanted === "") return false;
  return plain === wanted || wanted.endsWith(plain) || (plain.endsWith(wanted) && wanted.length > 3);
}
