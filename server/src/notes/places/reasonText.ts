import type { Focus } from "../../model/focus/focus.ts";
import { said, sayerOf } from "../../text/localised.ts";
import { shortened } from "../../text/shortened.ts";
import type { NoteLanguage } from "../reading/note.ts";
import type { BehindReason, Explanation, LeftOutNote, ShownNote } from "./explain.ts";
import { behind, leftOut, refusal, shown as shownBecause, summary } from "./reasons.json";

/** Why no note can be bound to what is under the caret. */
export function refusalText(focus: Focus | undefined, language: NoteLanguage): string {
  const kind = focus?.kind ?? "blank";
  return refusal[kind === "blank" || kind === "name" || kind === "key" ? kind : "other"][language];
}

/** The summary of an explanation. */
export function summaryText({ shown, place, focus }: Explanation, language: NoteLanguage): string {
  const say = sayerOf(language);
  const own = shown.filter(({ file }) => !file.builtIn).length;
  if (place === undefined && shown.length === 0) return refusalText(focus, language);
  if (shown.length === 0) return say(summary.none);
  const builtIn = shown.length - own;
  return say(summary.counts, { own, builtIn });
}

/** Why a note shows, and why not before the others. */
export function shownReason({ as, by, context, behind, file }: ShownNote, language: NoteLanguage): string {
  const say = sayerOf(language);
  const here = {
    marker: file.builtIn ? say(shownBecause.builtIn) : say(shownBecause.marker, { as }),
    service: say(shownBecause.service, { as }),
    name: say(shownBecause.name, { as }),
  }[by];
  const around =
    by !== "name" || context === "silent"
      ? ""
      : context === "agrees"
        ? say(shownBecause.agrees)
        : say(shownBecause.contradicts);
  return `${here}${around}${behind === undefined ? "" : `${said(language, " ", "")}${behindText(behind, language)}`}`;
}

function behindText(reason: BehindReason, language: NoteLanguage): string {
  const { en, ja } = behind[reason];
  return said(language, `It comes after the one before because ${en}.`, `後になる理由：${ja}。`);
}

const MAX_NAME_LENGTH = 40;

/** Why a note does not show. */
export function leftOutReason(reason: LeftOutNote["reason"], language: NoteLanguage): string {
  const name = "name" in reason ? reason.name : "";
  return sayerOf(language)(leftOut[reason.code], {
    name: reason.code === "mentions" ? name : shortened(name, MAX_NAME_LENGTH),
    places: "places" in reason ? reason.places.join(", ") : "",
    services: "services" in reason ? reason.services.slice(0, 3).join(", ") : "",
  });
}
