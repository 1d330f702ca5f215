import { alternatives } from "../../../catalogue/types/schemaAt.ts";
import { said } from "../../../text/localised.ts";
import { rankText } from "../keys/usual.ts";
import { type CompletionItem, namedItem, type Scene, typedText } from "../scene.ts";

/** IAM actions in policy documents: the services first, then the actions of the one that is typed. */
export function actionItems(scene: Scene): CompletionItem[] {
  const { place, subject, catalogue, language } = scene;
  if (place.accepts.value !== true && place.accepts.item !== true) return [];
  if (subject.schema === undefined || !takesActions(scene)) return [];
  const typed = typedText(scene);
  const colon = typed.indexOf(":");
  const { usage } = catalogue;
  const own = likelyPrefix(scene);
  if (colon < 0) {
    return [...catalogue.iamServices.values()].map(({ prefix, name }) => ({
      ...namedItem(scene, {
        order: rankText(usage.services.indexOf(prefix)),
        name: `${prefix}:`,
        kind: "value",
        rank: prefix === own ? 1 : 2,
        detail: name,
        again: true,
        data: { of: "service", prefix },
      }),
      ...serviceText(scene, `${prefix}:`),
    }));
  }
  const prefix = typed.slice(0, colon);
  const service = catalogue.iamServices.get(prefix);
  if (service === undefined) return [];
  const all = {
    name: `${prefix}:*`,
    kind: "value" as const,
    rank: 3,
    detail: said(language, "all actions", "すべての操作"),
  };
  const usual = usage.actions(prefix);
  const actions = [...service.actions.values()].map(({ name, access }) =>
    namedItem(scene, {
      order: rankText(usual.indexOf(name)),
      name: `${prefix}:${name}`,
      kind: "value",
      rank: 2,
      detail: access,
      data: { of: "action", prefix, name },
    }),
  );
  return [...actions, namedItem(scene, all)];
}

/** `s3` in AWS::S3::BucketPolicy, `sts` in the policy that says who may assume a role. */
function likelyPrefix({ subject }: Scene): string | undefined {
  if (subject.path.includes("AssumeRolePolicyDocument")) return "sts";
  return subject.resourceType?.split("::")[1]?.toLowerCase();
}

/**
 * `s3:` is not yet a complete value: no quotes go around it in plain style, and in quotes the caret stays before the
 * end.
 */
function serviceText({ place, snippetSupport }: Scene, text: string): Pick<CompletionItem, "insertText" | "snippet"> {
  const dash = place.accepts.item === true && place.accepts.value !== true ? "- " : "";
  const quote = place.style === "json" ? '"' : place.quote;
  if (quote === "") return { insertText: dash + text, snippet: false };
  const comma = place.style === "json" && place.commaAfter === true && place.levels.at(-1)?.kind === "list" ? "," : "";
  return { insertText: `${quote}${text}${snippetSupport ? "$0" : ""}${quote}${comma}`, snippet: snippetSupport };
}

function takesActions({ subject }: Scene): boolean {
  const types = subject.schema === undefined ? [] : alternatives(subject.schema.type);
  return types.some((type) => {
    const scalar = type.kind === "list" ? alternatives(type.items) : [type];
    return scalar.some((one) => one.kind === "string" && one.format === "iam-action");
  });
}
