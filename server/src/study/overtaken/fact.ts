import { lifecycleOf } from "../../catalogue/endedServices.ts";
import type { Localised } from "../../text/localised.ts";

/** Something that study material says, and AWS has changed. The built-in notes on the topic say the same. */
export interface OvertakenFact {
  readonly id: string;
  /** The topic whose built-in note tells how it is now. */
  readonly topic: string;
  /** A line that says it; all of the expressions must match. */
  readonly says: readonly RegExp[];
  /** A line that knows already how it is now. */
  readonly knows?: RegExp;
  /** How it is now. */
  readonly now: Localised;
  /** Since when, as an ISO date or the beginning of one. */
  readonly since: string;
  readonly source: string;
}

/** AWS's documentation. */
export const DOCS: string = "https://docs.aws.amazon.com/";
/** Says by itself that something has ended. */
export const ENDED: RegExp =
  /終了|廃止|提供されていない|非推奨|使えなくなった|\bended\b|end of (?:life|support)|deprecated|retired|no longer|discontinued/iu;

/** The dates and sources of services are those of the catalogue. */
export function ended(type: string): Pick<OvertakenFact, "since" | "source"> {
  const lifecycle = lifecycleOf(type);
  return { since: lifecycle?.ends ?? lifecycle?.closed ?? "", source: lifecycle?.source ?? "" };
}
