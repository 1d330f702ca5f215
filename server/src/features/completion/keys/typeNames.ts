import { SAM_PREFIX } from "../../../catalogue/sam/samKinds.ts";
import { SAM_TRANSFORM } from "../../../catalogue/sam/samTypes.ts";
import { lowerCased } from "../../../catalogue/types/typeNames.ts";
import { beginsParts, typeMatcher } from "../match.ts";
import { type CompletionItem, gapBefore, type Scene, typedText, writeScalar } from "../scene.ts";
import { rankText } from "./usual.ts";

/**
 * Resource types for the value of `Type`. Narrowed by what is typed, as there are many, and in an order of our own:
 * those of the template, in a template of SAM's its own, the usual ones, the others. An editor would put first what fits
 * closest by letters.
 */
export function typeItems(scene: Scene): CompletionItem[] {
  const { place, subject, catalogue, template } = scene;
  if (place.accepts.value !== true || subject.section !== "Resources") return [];
  if (subject.path.length !== 1 || subject.path[0] !== "Type" || subject.call !== undefined) return [];
  const used = new Set([...template.declarations.resources.values()].map(({ type }) => type));
  const gap = gapBefore(scene);
  const items: CompletionItem[] = [];
  const typed = typedText(scene);
  // `s3 bucket` is written with blanks by whoever searches for it.
  const isMeant = typeMatcher(typed.replaceAll(" ", ""));
  const ranks = new Map(catalogue.usage.types.map((name, rank) => [name, rank]));
  const lower = lowerCased(catalogue.typeNames);
  const isSam = template.declarations.transforms.includes(SAM_TRANSFORM);
  const isOfSam = (name: string): boolean => isSam && name.startsWith(SAM_PREFIX);
  // Only usual types: a rare one may be called `Group`, too. In a template of SAM's a function is one of SAM's.
  const calledRank = (name: string): 0 | 1 | 2 =>
    !(isOfSam(name) || ranks.has(name)) || !endsAs(subject.entry ?? "", name) ? 2 : isOfSam(name) ? 0 : 1;
  for (const [index, name] of catalogue.typeNames.entries()) {
    if (!isMeant(lower[index] ?? "")) continue;
    items.push({
      label: name,
      kind: "type",
      sortText: `${closeness(typed, name)}${calledRank(name)}${used.has(name) ? "1" : isOfSam(name) ? "2" : "3"}${rankText(ranks.get(name) ?? -1)}${name}`,
      insertText: gap + writeScalar(place, name),
      snippet: false,
      span: place.span,
      ...filter(place.quote, typed, name),
      data: { of: "type", name },
    });
  }
  return items;
}

/** What people call types at the end of logical ids, as the last part of a type's name. */
const SHORT_NAMES: ReadonlyMap<string, string> = new Map([
  ["alb", "LoadBalancer"],
  ["nlb", "LoadBalancer"],
  ["asg", "AutoScalingGroup"],
  ["db", "DBInstance"],
  ["database", "DBInstance"],
  ["deadletters", "Queue"],
  ["dlq", "Queue"],
  ["fn", "Function"],
  ["lambda", "Function"],
  ["igw", "InternetGateway"],
  ["sg", "SecurityGroup"],
]);

/** Whether a logical id is or ends with what a type is, or is called: `Cluster`, `WebSecurityGroup`, `OrdersDlq`. */
function endsAs(logicalId: string, type: string): boolean {
  const last = type.slice(type.lastIndexOf(":") + 1);
  if (logicalId.toLowerCase().endsWith(last.toLowerCase())) return true;
  const word = logicalId.split(/(?<=[a-z\d])(?=[A-Z])/).at(-1) ?? "";
  const isDeadLetters = /DeadLetters?$/.test(logicalId);
  return SHORT_NAMES.get(isDeadLetters ? "deadletters" : word.toLowerCase()) === last;
}

/** The same text for all, so that the editor keeps this order. Types whose beginning is typed it narrows by itself. */
function filter(quote: string, typed: string, name: string): { filterText?: string } {
  const front = typed === "" || beginsType(typed) ? "" : `${typed} `;
  return quote + front === "" ? {} : { filterText: `${quote}${front}${name}` };
}

/** Whether what is typed is the beginning of a type, `AWS::EC` or `Alexa::ASK::S`, and not a word from within. */
export function beginsType(typed: string): boolean {
  return /^(?:\w+::\w+::|AW$|AWS(?::|$))/.test(typed);
}

/** 0 if the name, its service or its last part begins with what is typed, or parts of it with each of several words. */
function closeness(typed: string, name: string): number {
  if (typed === "") return 0;
  const small = typed.trim().toLowerCase();
  const whole = name.toLowerCase();
  if (whole.startsWith(small) || whole.includes(`::${small}`)) return 0;
  return small.includes(" ") && small.split(/ +/).every((word) => beginsParts(word, name)) ? 0 : 1;
}
