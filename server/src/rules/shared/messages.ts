import { filled, type Localised, type Values } from "../../text/localised.ts";
import { memoBy } from "../../text/memoBy.ts";
import { messages } from "../**/*.md";
import type { Rule } from "./rule.ts";

/** A message of a rule's page, with what is put in. */
export function ruleMessage(rule: Rule, name: string, values?: Values): Localised {
  const message = messagesOf(rule)[name];
  if (message === undefined) throw new Error(`The page of ${rule.code} has no message “${name}”.`);
  return filled(message, values);
}

const messagesOf = memoBy(
  ({ code }: Rule) => (messages[code]?.() ?? {}) as Readonly<Record<string, Localised | undefined>>,
);
