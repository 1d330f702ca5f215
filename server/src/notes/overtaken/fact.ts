import type { Localised } from "../../text/localised.ts";

/** Something that study material says, and AWS has changed. The built-in notes on the topic say the same. */
export interface OvertakenFact {
  readonly id: string;
  /** The type or service whose end it is, by whose row in the catalogue date and source are held. */
  readonly ends?: string;
  /** The topic whose built-in note tells how it is now. */
  readonly topic: string;
  /** A line that says it; all of the expressions must match. */
  readonly says: readonly RegExp[];
  /** A line that knows already how it is now. */
  readonly knows?: RegExp;
  /** How it is now, and since when, in plain words. */
  readonly now: Localised;
  /** Since when, as an ISO date or the beginning of one; without it, it was never otherwise. The words of `now` say the same. */
  readonly since?: string;
  readonly source: string;
}

/** AWS's documentation. */
export const DOCS: string = "https://docs.aws.amazon.com/";
/** Says by itself that something has ended. */
export const ENDED: RegExp =
  /終了|廃止|提供されていない|非推奨|使えなくなった|\bended\b|end of (?:life|support)|deprecated|retired|no longer|discontinued/iu;
