import valueFormats from "../../../../data/valueFormats.yaml";
import type { Localised } from "../../../text/localised.ts";

/** The format of IDs in properties with a certain name. */
export interface IdFormat {
  readonly pattern: RegExp;
  readonly name: Localised;
  readonly example: string;
  /** If it is not certain that AWS refuses another. */
  readonly severity?: "warning";
  /** Corrections of another text: expressions, and the replacements of their matches. */
  readonly mend?: readonly (readonly [from: RegExp, to: string])[];
  /** AWS's answers to texts that match an expression; `…` is the text. */
  readonly says: readonly (readonly [of: RegExp, answer: string])[];
}

/** By name, or by type and name; see `valueFormats.yaml`. */
const FORMATS: ReadonlyMap<string, IdFormat> = new Map(
  valueFormats().flatMap(({ at, pattern, anyCase, mend = {}, says = {}, ...format }) => {
    const answers = typeof says === "string" ? { "": says } : says;
    const read = {
      ...format,
      pattern: new RegExp(pattern, anyCase === true ? "i" : ""),
      mend: Object.entries(mend).map(([from, to]) => [new RegExp(from), to] as const),
      says: Object.entries(answers).map(([of, answer]) => [new RegExp(of), answer] as const),
    };
    return at.map((place): [string, IdFormat] => [place, read]);
  }),
);

/** Most properties have a name that says nothing. */
const NAMES: ReadonlySet<string> = new Set([...FORMATS.keys()].map((place) => place.slice(place.lastIndexOf(".") + 1)));

/** Types in which these names mean something else, or in which an image may be anything. */
const OTHERS =
  /^AWS::(?:ImageBuilder|Imagebuilder|MediaLive|Lightsail|WorkSpaces|RoboMaker|Greengrass|Connect|OpsWorks|IVS|IoT|Cloud9)/;

/**
 * Places that take a name though others of this name do not: a group of the default VPC, and a task's role (“the short
 * name or full ARN”). Source: the API references of RunInstances and RegisterTaskDefinition, and AWS's linter, which
 * tried it (https://github.com/aws-cloudformation/cfn-lint/pull/4324).
 */
const TAKES_NAMES: ReadonlyMap<string, RegExp> = new Map([
  ["AWS::EC2::Instance", /^SecurityGroupIds$/],
  ["AWS::EC2::LaunchTemplate", /^SecurityGroupIds$/],
  ["AWS::ECS::TaskDefinition", /^(?:Task|Execution)RoleArn$/],
]);

/** The format of a property's values, as far as its name makes it certain. */
export function idFormat(type: string, property: string): IdFormat | undefined {
  if (!NAMES.has(property)) return undefined;
  const own = FORMATS.get(`${type}.${property}`);
  const format = own ?? (TAKES_NAMES.get(type)?.test(property) === true ? undefined : FORMATS.get(property));
  return format === undefined || !type.startsWith("AWS::") || OTHERS.test(type) ? undefined : format;
}
