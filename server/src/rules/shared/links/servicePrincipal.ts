import { listItems, type Node, textOf, valueAt } from "../../../model/tree/node.ts";
import { fitsGlob } from "../../../text/glob.ts";
import { composedText } from "../resolving/composedText.ts";
import { hasAllKeys } from "../values/literals.ts";

/** Whether a statement may let a service do one of some actions (in lower case; none: anything), as far as it is written out. */
export function mayLet(statement: Node, service: string, actions: readonly string[] = []): boolean {
  if (textOf(valueAt(statement, "Effect")) === "Deny" || !mayBeService(valueAt(statement, "Principal"), service))
    return false;
  const written = listItems(valueAt(statement, "Action")).map((node) => textOf(node)?.toLowerCase());
  return (
    actions.length === 0 ||
    written.length === 0 ||
    written.some((action) => action === undefined || actions.some((one) => fitsGlob(one, action)))
  );
}

/** Whether a statement's principal may be a service, as far as it is written out: an account, a role or user is none. */
function mayBeService(principal: Node | undefined, service: string): boolean {
  if (principal?.kind !== "map" || !hasAllKeys(principal)) return true;
  return principal.pairs.some(({ key, value }) => listItems(value).some((node) => mayBe(node, key.text, service)));
}

function mayBe(node: Node, kind: string, service: string): boolean {
  const text = composedText(node);
  if (text === undefined || text === "*" || text.includes("{{")) return true;
  if (kind === "Service") return text.startsWith(`${service}.`) || /^\$\{|Fn::/.test(text);
  return kind === "AWS" && node.kind === "call" && !OTHERS.test(text);
}

/** An account, or a role, user or session in one. */
const OTHERS = /^(?:arn:|\$\{AWS::AccountId\}$|\$\{\w+\.Arn\}$)/;
