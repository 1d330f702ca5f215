import type { EntryContent } from "../../model/template.ts";
import { type CallNode, contentSpan, type ScalarNode, textOf } from "../../model/tree/node.ts";
import { shortened } from "../../text/shortened.ts";
import { answer } from "../shared/answer.ts";
import { isLoopName } from "../shared/declaredNames.ts";
import { belowKey } from "../shared/fixes/belowKey.ts";
import { replacement } from "../shared/fixes/nearest.ts";
import { referFix, referText } from "../shared/fixes/referFix.ts";
import { type IdFormat, idFormat } from "../shared/links/resourceIds.ts";
import { composedText } from "../shared/resolving/composedText.ts";
import { isWrittenOut } from "../shared/resolving/resolvedText.ts";
import type { EntryContext, EntryRule, FixData, ReportAt } from "../shared/rule.ts";
import { takesArn } from "../shared/values/arnProperties.ts";
import { mayMatch, withHoles } from "../shared/values/pattern.ts";
import { placeTexts } from "../shared/values/placeTexts.ts";
import { type ValueSite, valueSites } from "../shared/values/valueSites.ts";

/** A value that cannot be the ID or ARN that the property expects. */
export const invalidId: EntryRule = {
  scope: "entry",
  check(entry, context) {
    const { catalogue, declarations, format, report } = context;
    const { type, single } = valueSites(entry, catalogue);
    if (type === undefined) return;
    for (let index = 0; index < single.length; index++) {
      const site = single[index] as ValueSite;
      const { node, type: wanted, path } = site;
      const meant = node.kind === "scalar" ? referenceMeant(node, site, type.name, context) : undefined;
      if (meant !== undefined) {
        const { resource, attribute, isWritten } = meant;
        report(contentSpan(node), {
          message: isWritten ? "attribute" : "logical-id",
          with: { resource, attribute, short: referText(resource, attribute, "yaml") },
          meant: resource,
          covers: node,
          data: referFix(node, resource, attribute, format),
        });
        continue;
      }
      const name = path.at(-1) ?? "";
      if (/(?:Arn|ARN)s?$/.test(name) && node.kind === "call") checkAccount(node, report);
      const wantedForm = wanted.kind === "string" ? idFormat(type.name, name) : undefined;
      if (wantedForm === undefined) continue;
      const { pattern, name: what, example, severity, says } = wantedForm;
      if (node.kind === "scalar") {
        const { text } = node;
        if (pattern.test(text) || text.includes("{{") || text.includes("resolve:ssm:") || isLoopName(text)) continue;
        const said = answer(saysOf(text, says));
        report(contentSpan(node), {
          data: mended(node, wantedForm) ?? encoded(site, entry, format),
          message: "other-id",
          with: { name, what, example, said },
          // Something else may fill in a pseudo parameter without its $.
          severity: text.includes("{AWS::") ? "warning" : severity,
        });
      } else if (node.kind === "call") {
        const parameter = node.name === "Ref" ? declarations.parameters.get(textOf(node.argument) ?? "") : undefined;
        // CloudFormation itself checks parameters of other types.
        if (node.name === "Ref" && parameter?.type !== "String") continue;
        const texts = placeTexts(site, entry, declarations);
        const wrong = texts.find((value) => !pattern.test(value));
        if (texts.length === 0) checkComposed(node, name, wantedForm, report, encoded(site, entry, format));
        if (wrong === undefined || wrong.includes("{{")) continue;
        const isSure = isWrittenOut(node, declarations);
        if (!isSure && checkComposed(node, name, wantedForm, report, encoded(site, entry, format))) continue;
        const said = answer(saysOf(wrong, says));
        const given = parameter === undefined ? node.name : textOf(node.argument);
        report(node, {
          message: isSure ? "gives-other" : parameter === undefined ? "evaluates-to-other" : "parameter-other",
          with: { given, wrong: wrong || '""', name, what, said },
          severity: isSure ? severity : "warning",
        });
      }
    }
  },
};

/** Reports a text that is wrong whatever is filled in; says whether it is. */
function checkComposed(
  node: CallNode,
  name: string,
  { pattern, name: what, example, says, severity }: IdFormat,
  report: ReportAt,
  data: FixData | undefined,
): boolean {
  const text = composedText(node) ?? "{{";
  if (text.includes("{{") || mayMatch(withHoles(text), pattern)) return false;
  report(node, {
    message: "never-fits",
    with: { text: shortened(text.split("\n", 1)[0] ?? "", 40), name, what, example, said: answer(saysOf(text, says)) },
    severity,
    data,
  });
  return true;
}

/** Reports an ARN in which what is named stands in the place of the account, whatever is filled in. */
function checkAccount(node: CallNode, report: ReportAt): void {
  const text = composedText(node) ?? "";
  const [begin, , , , account = "", ...rest] = text
    .replaceAll(/\$\{[^}]*\}/g, (hole) => hole.replaceAll(/[:/]/g, "."))
    .split(":");
  if (begin === "arn" && account.includes("/") && rest.length === 0 && !text.includes("{{"))
    report(node, { message: "no-account", with: { text, account: "${AWS::AccountId}:" } });
}

interface ReferenceMeant {
  readonly resource: string;
  /** Nothing for what `Ref` gives. */
  readonly attribute: string | undefined;
  /** Whether the attribute stands in the text, too. */
  readonly isWritten: boolean;
}

/** The resource whose ID or ARN is needed, if its logical ID, or that and an attribute, is written as plain text. */
function referenceMeant(
  { text, tag }: ScalarNode,
  { type: wanted, property, path }: ValueSite,
  typeName: string,
  { declarations: { resources }, catalogue }: EntryContext,
): ReferenceMeant | undefined {
  const dot = text.indexOf(".");
  const resource = dot < 0 ? text : text.slice(0, dot);
  const declared = resources.get(resource);
  const type = declared === undefined || tag !== undefined ? undefined : catalogue.resourceType(declared.type ?? "");
  if (type === undefined || wanted.kind !== "string") return undefined;
  const own = property?.references?.filter((one) => one.type === type.name).map(({ attribute }) => attribute) ?? [];
  if (dot < 0 && own.some((one) => one.endsWith("Id"))) return { resource, attribute: undefined, isWritten: false };
  const name = path.at(-1) ?? "";
  const isArn = takesArn(typeName, name) || wanted.pattern?.startsWith("^arn:") === true;
  const isOther = isArn || idFormat(typeName, name)?.pattern.test(text) === false;
  if (dot > 0) {
    const attribute = text.slice(dot + 1);
    const isMeant = type.attributes.has(attribute) && (isOther || own.length > 0);
    return isMeant ? { resource, attribute, isWritten: true } : undefined;
  }
  if (!isOther) return undefined;
  if (type.ref !== undefined && /Arn$/i.test(type.ref)) return { resource, attribute: undefined, isWritten: false };
  const attribute = [...own, "Arn"].find((one) => one.endsWith("Arn") && type.attributes.has(one));
  return attribute === undefined ? undefined : { resource, attribute, isWritten: false };
}

/** AWS's error message for a text. */
function saysOf(text: string, says: IdFormat["says"]): string | undefined {
  return says.find(([of]) => of.test(text))?.[1].replace("…", () => text);
}

/** The fix that encodes a script. */
function encoded({ node, key, path }: ValueSite, entry: EntryContent, format: "yaml" | "json"): FixData | undefined {
  if (key === undefined || path.at(-1) !== "UserData") return undefined;
  const data = belowKey({ key, value: node }, "Fn::Base64", entry, format);
  return data && { ...data, title: { en: "Encode it with Fn::Base64", ja: "Fn::Base64でエンコード" } };
}

/** The fix that replaces a value by the one that is surely meant. */
function mended(node: ScalarNode, { pattern, mend = [] }: IdFormat): FixData | undefined {
  const meant = mend.reduce((text, [from, to]) => text.replace(from, to), node.text);
  return meant !== node.text && pattern.test(meant) ? replacement(contentSpan(node), meant) : undefined;
}
