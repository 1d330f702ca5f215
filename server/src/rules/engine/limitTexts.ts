import type { Localised } from "../../text/localised.ts";
import type { Extra } from "../shared/rule.ts";

/** In UTF-16 units. Our own messages are shorter, as long as the names in them are. */
const MAX_LENGTH = 1000;

/**
 * Shortens the texts of a finding that quote something very long. Through aliases, thousands of findings may quote the
 * same text, and together they would be longer than any string can be.
 */
export function limitTexts<Finding extends Extra & { readonly message: Localised }>(finding: Finding): Finding {
  const { message, related, data } = finding;
  const isShort = [message, ...(related ?? []).map((one) => one.message), ...(data ? [data.title] : [])].every(
    ({ en, ja }) => en.length <= MAX_LENGTH && ja.length <= MAX_LENGTH,
  );
  if (isShort) return finding;
  return {
    ...finding,
    message: limited(message),
    ...(related && { related: related.map((one) => ({ ...one, message: limited(one.message) })) }),
    ...(data && { data: { ...data, title: limited(data.title) } }),
  };
}

function limited({ en, ja }: Localised): Localised {
  return { en: ends(en), ja: ends(ja) };
}

/**
 * Keeps the beginning and the end, since what is said of a long name mostly follows it. They are joined because a slice
 * would hold the whole text for as long as the finding is kept.
 */
function ends(text: string): string {
  if (text.length <= MAX_LENGTH) return text;
  const half = MAX_LENGTH / 2 - 2;
  const [beginning, end] = [text.slice(0, half), text.slice(-half)];
  return [beginning.replace(/[\uD800-\uDBFF]$/, ""), end.replace(/^[\uDC00-\uDFFF]/, "")].join(" … ");
}
