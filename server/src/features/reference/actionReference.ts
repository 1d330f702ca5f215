import type { IamAction, IamService } from "../../catalogue/types/catalogue.ts";
import { fitsGlob } from "../../text/glob.ts";
import type { ReferenceContext, ReferenceText } from "./context.ts";
import { codes, type Language, labelled, oneLine, title, word } from "./frame.ts";

/** Actions that are listed for a wildcard. */
const MAX_LISTED = 12;

/** What an IAM action (`s3:GetObject`) allows, or which actions a wildcard stands for. Case does not count in actions. */
export function actionReference(text: string, { catalogue, language }: ReferenceContext): ReferenceText | undefined {
  const [prefix = "", pattern] = text.toLowerCase().split(":");
  const service = catalogue.iamServices.get(prefix);
  if (service === undefined || pattern === undefined) return undefined;
  const heading = `${title(text)} · ${service.name}`;
  const matching = actionsLike(service, pattern);
  const [only] = matching;
  if (only === undefined) return undefined;
  if (matching.length === 1 && !/[*?]/.test(pattern)) return exactAction(heading, service, only, language);
  const names = matching.map(({ name }) => `${prefix}:${name}`);
  return {
    facts: oneLine(heading, labelled("actions", codes(names, MAX_LISTED), language)),
    page: page(service, language),
  };
}

function exactAction(heading: string, service: IamService, action: IamAction, language: Language): ReferenceText {
  const sentence = action.documentation;
  const text =
    sentence === undefined ? undefined : `${sentence.charAt(0).toUpperCase()}${sentence.slice(1).replace(/\.$/, "")}.`;
  const access = language === "ja" ? (ACCESS[action.access] ?? action.access) : action.access;
  return {
    facts: oneLine(heading, labelled("action", access, language)),
    text,
    page: page(service, language, action.name),
  };
}

const ACCESS: Readonly<Record<string, string>> = {
  List: "リスト",
  Read: "読み取り",
  Write: "書き込み",
  "Permissions management": "アクセス許可の管理",
  Tagging: "タグ付け",
};

/** Actions whose names a pattern with `*` and `?` in small letters stands for. */
function actionsLike({ actions }: IamService, pattern: string): readonly IamAction[] {
  return pattern.length > 200 ? [] : [...actions.values()].filter(({ name }) => fitsGlob(name.toLowerCase(), pattern));
}

function page({ name }: IamService, language: Language, action?: string): string {
  const slug = name.toLowerCase().replace(/[^a-z0-9]/g, "");
  const anchor = action === undefined ? "" : `#${slug}-${action}`;
  const url = `https://docs.aws.amazon.com/service-authorization/latest/reference/list_${slug}.html${anchor}`;
  return `[${word("documentation", language)}](${url})`;
}
