import type { ResourceChange } from "../../change/resourceState.ts";
import { headline } from "../../change/telling.ts";
import { said } from "../../text/localised.ts";

/** What a change does to a resource, as text behind its name. */
export function effectOf(change: ResourceChange, language: "en" | "ja"): string {
  return `${said(language, " ", "")}${headline(change)[language]}`;
}
