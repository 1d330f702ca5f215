import type { ResourceType } from "../../catalogue/types/catalogue.ts";
import type { Localised } from "../../text/localised.ts";
import { nearest } from "../../text/nearest.ts";

/** What stands for an attribute that its type does not have. */
export interface AttributesMeant {
  /** The one that is meant, if there is one clear answer. */
  readonly meant: string | undefined;
  /** All that the type has, the likeliest first. */
  readonly inOrder: readonly string[];
  /** The property or attribute that is meant and that `Ref` gives, too. */
  readonly byRef: string | undefined;
}

/**
 * What `Fn::GetAtt` of an unknown attribute may mean: one that is spelt nearly like it, or the same with or without the
 * name of the type, such as `TopicArn` for `Arn`; else those that have the same last words come first.
 */
export function attributesMeant(name: string, { name: type, attributes, ref }: ResourceType): AttributesMeant {
  const names = [...attributes.keys()];
  const of = (one: string): boolean => isSameOf(type, one, name);
  const meant = nearest(name, names) ?? names.find(of);
  const first = new Set([...(meant === undefined ? [] : [meant]), ...names.filter((one) => leftOver(one, name))]);
  const isByRef = ref !== undefined && (meant === undefined ? of(ref) : ref === meant);
  return {
    meant,
    inOrder: [...first, ...names.filter((one) => !first.has(one))],
    byRef: isByRef ? ref : undefined,
  };
}

/** The attributes of a type, or as many as fit into a message. */
export function attributesListed(names: readonly string[]): Localised {
  if (names.length === 0) return { en: "", ja: "" };
  const left = names.length - MAX_LISTED;
  const short = names.slice(0, MAX_LISTED).join(", ");
  if (left <= 0) return { en: ` It has ${short}.`, ja: `使える属性: ${short}。` };
  return { en: ` It has ${short} and ${left} more.`, ja: `使える属性: ${short}など${names.length}個。` };
}

const MAX_LISTED = 6;

/** Whether one of two names is the other behind the name of a type, or its last words. */
function isSameOf(type: string, one: string, other: string): boolean {
  const prefix = leftOver(one, other)?.toLowerCase();
  return (
    prefix !== undefined &&
    type
      .slice(type.lastIndexOf(":") + 1)
      .toLowerCase()
      .endsWith(prefix)
  );
}

/** What the longer of two names has in front of the shorter one, if that is its last words. */
function leftOver(one: string, other: string): string | undefined {
  const [long, short] = one.length < other.length ? [other, one] : [one, other];
  const prefix = long.slice(0, long.length - short.length);
  if (short === "" || prefix === "" || !long.toLowerCase().endsWith(short.toLowerCase())) return undefined;
  return prefix.endsWith(".") || /[A-Z]/.test(long.charAt(prefix.length)) ? prefix : undefined;
}
