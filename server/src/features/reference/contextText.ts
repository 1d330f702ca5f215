import type { Focus } from "../../model/focus/focus.ts";
import { type Level, resourceContext, templateOwner } from "../../model/metadataContext.ts";
import type { Entry, Template } from "../../model/template.ts";
import { said } from "../../text/localised.ts";
import { ownWords } from "./markdown.ts";

/** What the Metadata Context says of the resource under the caret, or of its property, in Markdown; empty if it says nothing. */
export function contextText(template: Template, focus: Focus, named: Entry | undefined, language: "en" | "ja"): string {
  if (named?.section === "Resources") {
    const context = resourceContext(named);
    if (context === undefined) return "";
    const owner = ownWords(templateOwner(template));
    const level = context.levelOf(undefined);
    return [
      ownWords(context.why),
      context.must.map((one) => `- ${ownWords(one)}`).join("\n"),
      [level && levelText(level, language), owner && `${said(language, "owner", "責任者")}: ${owner}`]
        .filter(Boolean)
        .join(" · "),
    ]
      .filter(Boolean)
      .join("\n\n");
  }
  const { place } = focus;
  if (focus.kind !== "key" || place.in !== "resource" || place.attribute !== "Properties" || place.path.length !== 1)
    return "";
  const level = resourceContext(place.entry)?.levelOf(String(place.path[0]));
  return level === undefined ? "" : levelText(level, language);
}

function levelText(level: Level, language: "en" | "ja"): string {
  return said(language, `\`${level}\` (Metadata Context)`, `\`${level}\`（Metadata Context）`);
}
