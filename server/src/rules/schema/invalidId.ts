import type { Declarations, EntryContent } from "../../model/template.ts";
import { type CallNode, contentSpan, type ScalarNode, textOf } from "../../model/tree/node.ts";
import { shortened } from "../../text/shortened.ts";
import { answer } from "../shared/answer.ts";
import { isLoopName } from "../shared/declaredNames.ts";
import { belowKey } from "../shared/fixes/belowKey.ts";
import { replacement } from "../shared/fixes/nearest.ts";
import { type IdFormat, idFormat } from "../shared/links/resourceIds.ts";
import { composedText } from "../shared/resolving/composedText.ts";
import { isWrittenOut } from "../shared/resolving/resolvedText.ts";
import type { EntryRule, FixData, ReportAt } from "../shared/rule.ts";
import { mayMatch, withHoles } from "../shared/values/pattern.ts";
import { placeTexts } from "../shared/values/placeTexts.ts";
import { type ValueSite, valueSites } from "../shared/values/valueSites.ts";

/** A value that cannot be the ID or ARN that the property expects. */
export const invalidId: EntryRule = {
  scope: "entry",
  check(entry, { catalogue, declarations, format, report }) {
    const { type, single } = valueSites(entry, catalogue);
    if (type === undefined) return;
    for (let index = 0; index < single.length; index++) {
      const site = single[index] as ValueSite;
      const { node, type: wanted, path } = site;
      const meant = namesakeOf(site, declarations);
      if (meant !== undefined && node.kind === "scalar") {
        const value = format === "yaml" ? `!Ref ${meant}` : `{ "Ref": "${meant}" }`;
        report(contentSpan(node), { message: "logical-id", with: { meant }, data: replacement(node, value) });
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

/** The resource whose ID is needed, if its logical ID is written as plain text. */
function namesakeOf({ node, property }: ValueSite, { resources }: Declarations): string | undefined {
  const ids = node.kind === "scalar" && node.tag === undefined ? property?.references?.filter(isOfId) : undefined;
  if (node.kind !== "scalar" || ids === undefined || ids.length === 0) return undefined;
  const type = resources.get(node.text)?.type;
  return ids.some((one) => one.type === type) ? node.text : undefined;
}

function isOfId({ attribute }: { readonly attribute: string }): boolean {
  return attribute.endsWith("Id");
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
