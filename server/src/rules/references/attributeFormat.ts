import type { Catalogue } from "../../catalogue/types/catalogue.ts";
import type { Declarations } from "../../model/template.ts";
import type { Node } from "../../model/tree/node.ts";
import { referFix } from "../shared/fixes/referFix.ts";
import { attributeTarget, refName } from "../shared/links/resourceTarget.ts";
import { composedText } from "../shared/resolving/composedText.ts";
import type { EntryContext, EntryRule } from "../shared/rule.ts";
import { nameAnswer, takesArn } from "../shared/values/arnProperties.ts";
import { type ValueSite, valueSites } from "../shared/values/valueSites.ts";

/** `Fn::GetAtt` of a name where an ARN is needed, or an ARN in a text that is made of names. */
export const attributeFormat: EntryRule = {
  scope: "entry",
  check(entry, context) {
    const { type, calls } = valueSites(entry, context.catalogue);
    if (type === undefined) return;
    const isOfScaling = /^AWS::ApplicationAutoScaling::Scal(?:able|ing)/.test(type.name);
    for (let index = 0; index < calls.length; index++) {
      const { node, path } = calls[index] as ValueSite;
      const property = path.at(-1) ?? "";
      if (isOfScaling && property === "ResourceId") checkNames(node, property, context);
      else if (type.name === "AWS::ApiGatewayV2::Authorizer" && property === "Issuer") checkIssuer(node, context);
      else if (takesArn(type.name, property)) checkArn(node, property, context);
      else checkName(node, property, nameAnswer(type.name, property), context);
    }
  },
};

/** The issuer of tokens is the address of a user pool, of which `Ref` is the ID. */
function checkIssuer(node: Node, { declarations, format, report }: EntryContext): void {
  const target = refName(node) ?? attributeTarget(node)?.target ?? "";
  const attribute = attributeTarget(node)?.attribute;
  if (declarations.resources.get(target)?.type !== "AWS::Cognito::UserPool" || attribute === ISSUER) return;
  const short = `!GetAtt ${target}.${ISSUER}`;
  report(node, { message: "no-issuer", with: { target, short }, data: referFix(node, target, ISSUER, format) });
}

const ISSUER = "ProviderURL";

/** Attributes that are names or addresses in all types. */
const NO_ARN = /(?:Name|Url|URL|Address|Port)$/;

function checkArn(node: Node, property: string, { catalogue, declarations, format, report }: EntryContext): void {
  const isOfLogs = property === "LogGroupArn";
  const group = (isOfLogs && /:log-group:[^:*]*\$\{(\w+)\}$/.exec(composedText(node) ?? "")?.[1]) || "";
  if (declarations.resources.get(group)?.type === "AWS::Logs::LogGroup") {
    const short = `!GetAtt ${group}.Arn`;
    report(node, { message: "no-star", with: { property, short }, data: referFix(node, group, "Arn", format) });
    return;
  }
  const { target = "", attribute = "" } = attributeTarget(node) ?? {};
  if (!NO_ARN.test(attribute)) return;
  const known = ofResource(target, catalogue, declarations);
  if (!known?.name.startsWith("AWS::") || !known.attributes.has(attribute)) return;
  const kind = known.name.slice(known.name.lastIndexOf(":") + 1);
  const meant = [`${kind}Arn`, "Arn"].find((name) => known.attributes.has(name));
  const isRef = /Arn$/i.test(known.ref ?? "");
  if (meant === undefined && !isRef) return;
  report(node, {
    message: "no-arn",
    with: { attribute, target, property, short: isRef ? `!Ref ${target}` : `!GetAtt ${target}.${meant}` },
    data: referFix(node, target, isRef ? undefined : meant, format),
  });
}

/** An ARN where only a name is taken. */
function checkName(
  node: Node,
  property: string,
  says: string | undefined,
  { catalogue, declarations, format, report }: EntryContext,
): void {
  if (says === undefined) return;
  const { target = "", attribute = "" } = attributeTarget(node) ?? {};
  const known = ofResource(target, catalogue, declarations);
  if (attribute !== "Arn" || !known?.attributes.has(attribute) || /Arn$/i.test(known.ref ?? "Arn")) return;
  const values = { target, property, says, short: `!Ref ${target}` };
  report(node, { message: "no-name", with: values, data: referFix(node, target, undefined, format) });
}

/** What a scalable target is called is composed of names: `service/cluster/name`. */
function checkNames(node: Node, property: string, { catalogue, declarations, report }: EntryContext): void {
  const text = composedText(node) ?? "";
  if (!/^[\w-]+[/:](?!aws)/.test(text)) return;
  for (const [written, target = "", attribute] of text.matchAll(/\$\{(\w+)(?:\.([\w.]+))?\}/g)) {
    const known = ofResource(target, catalogue, declarations);
    if (known === undefined || !/Arn$/i.test(attribute ?? known.ref ?? "")) continue;
    const isRef = attribute !== undefined && known.ref !== undefined && !/Arn$/i.test(known.ref);
    const name = [...known.attributes.keys()].find((one) => /^(?:\w*[a-z])?Name$/.test(one));
    const meant = isRef ? `\${${target}}` : name && `\${${target}.${name}}`;
    if (meant === undefined) continue;
    report(node, { message: "arn-in-name", with: { written, property, meant } });
    return;
  }
}

function ofResource(name: string, catalogue: Catalogue, { resources }: Declarations) {
  const type = resources.get(name)?.type;
  return type === undefined ? undefined : catalogue.resourceType(type);
}
