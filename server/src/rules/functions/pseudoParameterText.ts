import { contentSpan, type Node, type ScalarNode, valueAt } from "../../model/tree/node.ts";
import { subVariables } from "../../model/tree/subVariables.ts";
import { changeTo, replacement } from "../shared/fixes/nearest.ts";
import { referFix, referText } from "../shared/fixes/referFix.ts";
import type { EntryContext, EntryRule } from "../shared/rule.ts";

/** The name of a pseudo parameter, or a function, written as plain text: CloudFormation replaces neither. */
export const pseudoParameterText: EntryRule = {
  scope: "entry",
  sections: ["Resources", "Outputs", "Globals"],
  check(entry, context) {
    const { catalogue, report, format } = context;
    const { section, value } = entry;
    const part = section === "Globals" ? value : valueAt(value, section === "Resources" ? "Properties" : "Value");
    if (part === undefined) return;
    const texts: ScalarNode[] = [];
    addTexts(part, texts);
    for (const node of texts) {
      const call = catalogue.pseudoParameters.has(node.text) ? undefined : callMeant(node.text, context);
      if (call !== undefined) {
        const { newText, meant } = call;
        const data = replacement(node, newText, changeTo(newText));
        report(node, { message: "function-text", with: { newText }, severity: "error", covers: node, meant, data });
      }
      const read = attributeRead(node.text, context);
      if (read !== undefined) {
        const [resource, attribute] = read;
        const short = referText(resource, attribute, "yaml");
        const data = referFix(node, resource, attribute, format);
        report(contentSpan(node), {
          message: "attribute-text",
          with: { value: node.text, short },
          meant: resource,
          data,
        });
      }
      if (!catalogue.pseudoParameters.has(node.text)) continue;
      const newText = referText(node.text, undefined, format);
      report(contentSpan(node), {
        message: "plain-text",
        with: { value: node.text, newText },
        data: replacement(node, newText),
      });
    }
  },
};

/** The function that a text was meant to be, and what of the template it names: `!Ref Queue`, `GetAtt Queue.Arn`. */
function callMeant(
  text: string,
  { declarations, catalogue, format }: EntryContext,
): { readonly newText: string; readonly meant: string } | undefined {
  const [, name = "", written = ""] = CALL.exec(text) ?? [];
  const argument = written.replace(/^(["'])(.*)\1$/, "$2");
  const variables = subVariables(argument).filter(({ literal }) => !literal);
  const named = name === "Sub" ? variables.map((one) => one.name) : [argument];
  const owners = named.map((one) => (name === "Ref" ? one : (one.split(".", 1)[0] ?? "")));
  const [meant] = owners;
  const { parameters, resources } = declarations;
  const isKnown = (one: string): boolean =>
    resources.has(one) || (name !== "GetAtt" && (parameters.has(one) || catalogue.pseudoParameters.has(one)));
  if (meant === undefined || !owners.every(isKnown) || (name === "GetAtt") !== /^\w+\.[\w.]+$/.test(argument))
    return undefined;
  const short = `!${name} ${name === "Sub" ? JSON.stringify(argument) : argument}`;
  const [long, value] =
    name === "GetAtt" ? ["Fn::GetAtt", argument.split(/\.(.*)/, 2)] : [name === "Sub" ? "Fn::Sub" : name, argument];
  return { newText: format === "yaml" ? short : `{"${long}": ${JSON.stringify(value)}}`, meant };
}

/** A resource and one of its attributes, if a text is nothing but these: `Queue.Arn`. */
function attributeRead(
  text: string,
  { declarations, catalogue }: EntryContext,
): readonly [resource: string, attribute: string] | undefined {
  const [, resource = "", attribute = ""] = ATTRIBUTE.exec(text) ?? [];
  const type = catalogue.resourceType(declarations.resources.get(resource)?.type ?? "");
  return type?.attributes.has(attribute) === true ? [resource, attribute] : undefined;
}

const ATTRIBUTE = /^([A-Za-z0-9]{1,255})\.([A-Z][\w.]{1,255})$/;
const CALL = /^(?:!|Fn::)?(Ref|GetAtt|Sub) +(\S.*)$/;
const BEGINS = /^(?:AWS::|!|Fn::|Ref\b|GetAtt )/;

/** Scalars that begin like a pseudo parameter or a function, and are not the argument of a function. */
function addTexts(node: Node, texts: ScalarNode[]): void {
  if (node.kind === "scalar") {
    if (BEGINS.test(node.text) || ATTRIBUTE.test(node.text)) texts.push(node);
  } else if (node.kind === "list") for (const item of node.items) addTexts(item, texts);
  else if (node.kind === "map") {
    // An indexed loop, as every node is visited: see “Code that runs cold” in docs/performance.md.
    for (let index = 0; index < node.pairs.length; index++) {
      const pair = node.pairs[index];
      if (pair !== undefined && !pair.merged) addTexts(pair.value, texts);
    }
  } else if (node.name === "Fn::If" && node.argument.kind === "list")
    for (const branch of node.argument.items.slice(1)) addTexts(branch, texts);
  else if (node.name === "Fn::Join" && node.argument.kind === "list" && node.argument.items[1]?.kind === "list")
    addTexts(node.argument.items[1], texts);
}
