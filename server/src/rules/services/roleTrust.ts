import roleUses from "../../../data/roleUses.yaml";
import { searchEntries } from "../../model/incremental/searchEntries.ts";
import type { Entry, Template } from "../../model/template.ts";
import { type Node, textOf, valueAt } from "../../model/tree/node.ts";
import type { Localised } from "../../text/localised.ts";
import type { FixData, TemplateRule } from "../engine/rule.ts";
import { replacement } from "../shared/fixes/nearest.ts";
import { resourceTarget } from "../shared/links/resourceTarget.ts";
import { valuesAt } from "../shared/values/valuesAt.ts";

/** A property that names a role, keys with dots between them, through lists. See `roleUses.yaml`. */
interface RoleUse {
  readonly property: string;
  readonly service: string;
  readonly says?: string;
}

const USES: ReadonlyMap<string, readonly RoleUse[]> = new Map(
  Object.entries(roleUses as Readonly<Record<string, readonly RoleUse[]>>),
);

/**
 * A role that is given to a service which its trust policy does not name, so that the service cannot assume it.
 * It is based on the services' own pages about their roles (`roleUses.yaml`), and silent if any part of the trust policy
 * cannot be read.
 *
 * Bad:
 * ```yaml
 * Resources:
 *   Project:
 *     Type: AWS::CodeBuild::Project
 *     Properties:
 *       ServiceRole: !GetAtt BuildRole.Arn
 *       Artifacts: {Type: NO_ARTIFACTS}
 *       Environment: {ComputeType: BUILD_GENERAL1_SMALL, Image: "aws/codebuild/standard:7.0", Type: LINUX_CONTAINER}
 *       Source: {Type: NO_SOURCE, BuildSpec: "version: 0.2"}
 *   BuildRole:
 *     Type: AWS::IAM::Role
 *     Properties:
 *       AssumeRolePolicyDocument:
 *         Version: "2012-10-17"
 *         Statement:
 *           - Effect: Allow
 *             Principal: {Service: codepipeline.amazonaws.com}
 *             Action: sts:AssumeRole
 * ```
 * Good:
 * ```yaml
 *   BuildRole:
 *     Type: AWS::IAM::Role
 *     Properties:
 *       AssumeRolePolicyDocument:
 *         Version: "2012-10-17"
 *         Statement:
 *           - Effect: Allow
 *             Principal: {Service: codebuild.amazonaws.com}
 *             Action: sts:AssumeRole
 * ```
 *
 * @ja
 * サービスに渡しているロールのうち、信頼ポリシーがそのサービスを許可していないものを検出します。
 * サービスはそのロールを引き受けられません。
 * 判定は、各サービスのロールに関するページに基づきます（`roleUses.yaml`）。
 * 信頼ポリシーに読み取れない部分がある場合は、報告しません。
 */
export const roleTrust: TemplateRule = {
  scope: "template",
  code: "role-trust",
  severity: "error",
  cfnLint: [],
  title: {
    en: "A role trusts the service that uses it",
    ja: "ロールの信頼ポリシーは、使うサービスを許可する",
  },
  topic: "trust-policy",
  check(template, { report }) {
    const roles = rolesOf(template, "Resources");
    if (roles.length === 0) return;
    const users = new Map<string, User[]>();
    for (const { entry, found } of usersOf(template, "Resources"))
      for (const use of found) {
        const others = users.get(use.role);
        if (others === undefined) users.set(use.role, [{ entry, use }]);
        else others.push({ entry, use });
      }
    for (const { entry: role, found: trust } of roles) {
      const own = users.get(role.name)?.filter(({ use }) => !trusts(trust, use.service)) ?? [];
      for (const service of new Set(own.map(({ use }) => use.service))) {
        const [first] = own.filter(({ use }) => use.service === service);
        if (first === undefined) continue;
        const data = trust.last && alsoAllow(trust.last, service, template.format);
        report(role, trust.last ?? trust.document, {
          ...said(role.name, service, first.entry.name, first.use.says),
          severity: first.use.says === undefined ? "warning" : "error",
          data,
        });
      }
    }
  },
};

function said(role: string, service: string, user: string, says: string | undefined): Localised {
  const principal = `${service}.amazonaws.com`;
  return {
    en: `${user} uses ${role}, but ${role} does not let ${principal} assume it${says === undefined ? "" : ` (“${says}”)`}: name ${principal} as Service in its trust policy.`,
    ja: `${user}は${role}を使いますが、${role}の信頼ポリシーは${principal}による引き受けを許可していません${says === undefined ? "" : `（「${says}」）`}。Serviceに${principal}を指定してください。`,
  };
}

interface Trust {
  readonly document: Node;
  /** Names of services, with variables as `Fn::Sub` writes them. */
  readonly services: readonly string[];
  /** The last value of a `Service`. */
  readonly last: Node | undefined;
}

function trusts({ services }: Trust, service: string): boolean {
  return services.some((name) => {
    const rest = name.startsWith(`${service}.`) ? name.slice(service.length + 1) : "";
    return /^(?:(?:[a-z]{2}(?:-[a-z]+){1,3}-\d|\$\{AWS::Region\})\.)?(?:amazonaws\.com(?:\.cn)?|\$\{AWS::URLSuffix\})$/.test(
      rest,
    );
  });
}

function alsoAllow(node: Node, service: string, format: Template["format"]): FixData | undefined {
  if (node.kind !== "scalar") return undefined;
  const names = [node.text, `${service}.amazonaws.com`];
  const newText = format === "json" ? JSON.stringify(names) : `[${names.join(", ")}]`;
  return replacement(node, newText, { en: `Also allow ${names[1]}`, ja: `${names[1]}も許可` });
}

/** Roles whose whole trust policy can be read. */
const rolesOf = searchEntries(({ value }): Trust | undefined => {
  if (textOf(valueAt(value, "Type")) !== "AWS::IAM::Role") return undefined;
  const document = valueAt(valueAt(value, "Properties"), "AssumeRolePolicyDocument");
  const services: string[] = [];
  let last: Node | undefined;
  for (const statement of listed(valueAt(document, "Statement"))) {
    if (statement.kind !== "map" || valueAt(statement, "NotPrincipal") !== undefined) return undefined;
    if (textOf(valueAt(statement, "Effect")) !== "Allow") continue;
    const principal = valueAt(statement, "Principal");
    if (principal?.kind !== "map") return undefined;
    const actions = listed(valueAt(statement, "Action")).map(composed);
    if (actions.includes(undefined)) return undefined;
    const named = listed(valueAt(principal, "Service"));
    const names = named.map(composed);
    if (names.includes(undefined)) return undefined;
    if (!actions.some((action) => action !== undefined && /^(?:sts:)?(?:AssumeRole|\*)$/i.test(action))) continue;
    services.push(...names.flatMap((name) => name ?? []));
    last = named.length === 0 ? last : valueAt(principal, "Service");
  }
  return document === undefined || valueAt(document, "Statement") === undefined
    ? undefined
    : { document, services, last };
});

interface User {
  readonly entry: Entry;
  readonly use: Pick<RoleUse, "service" | "says"> & { readonly role: string };
}

/** The roles of the template that resources give to services. */
const usersOf = searchEntries(({ value }): readonly User["use"][] | undefined => {
  const uses = USES.get(textOf(valueAt(value, "Type")) ?? "");
  const properties = valueAt(value, "Properties");
  const found = uses?.flatMap(({ property, service, says }) =>
    valuesAt(properties, property.split(".")).flatMap((node) => {
      const role = resourceTarget(node);
      return role === undefined ? [] : [{ role, service, ...(says !== undefined && { says }) }];
    }),
  );
  return found === undefined || found.length === 0 ? undefined : found;
});

function listed(node: Node | undefined): readonly Node[] {
  if (node === undefined) return [];
  return node.kind === "list" ? node.items : [node];
}

/** A text, in which AWS's pseudo parameters may stand as `Fn::Sub` writes them. */
function composed(node: Node): string | undefined {
  if (node.kind !== "call") return textOf(node);
  if (node.name === "Ref")
    return /^AWS::/.test(textOf(node.argument) ?? "") ? `\${${textOf(node.argument)}}` : undefined;
  if (node.name === "Fn::Sub") {
    const text = textOf(node.argument);
    return text !== undefined && [...text.matchAll(/\$\{([^}]*)\}/g)].every(([, name]) => name?.startsWith("AWS::"))
      ? text
      : undefined;
  }
  if (node.name !== "Fn::Join" || node.argument.kind !== "list") return undefined;
  const [separator, parts] = node.argument.items;
  const texts = parts?.kind === "list" ? parts.items.map(composed) : [undefined];
  return separator === undefined || texts.includes(undefined) ? undefined : texts.join(textOf(separator) ?? "");
}
