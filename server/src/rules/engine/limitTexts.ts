import type { Localised } from "../../text/localised.ts";
import type { Extra } from "./rule.ts";

/** In UTF-16 units; nobody reads more. A message of ours is shorter, as long as the names in it are. */
const MAX_LENGTH = 1000;

/**
 * Shortens what is said of a finding if it quotes something very long. By aliases, thousands of findings may quote the
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
 * Its beginning and its end: what is said of the long name mostly stands behind it. Joined, for a slice would hold the whole
 * text for as long as the finding is kept.
 */
function ends(text: string): string {
  if (text.length <= MAX_LENGTH) return text;
  const half = MAX_LENGTH / 2 - 2;
  const [beginning, end] = [text.slice(0, half), text.slice(-half)];
  return [beginning.replace(/[\uD800-\uDBFF]$/, ""), end.replace(/^[\uDC00-\uDFFF]/, "")].join(" … ");
}
