import { STATEFUL_TYPES } from "../../catalogue/values/resourceTypes.ts";
import type { Report } from "../../change/report.ts";
import { headline } from "../../change/telling.ts";
import type { TemplateChange } from "../../change/templateChange.ts";
import { type Localised, said } from "../../text/localised.ts";

/** The effects on data, and broken promises. */
export function lossesIn({ changes }: TemplateChange, { sections }: Report, language: "en" | "ja"): readonly string[] {
  const told = sections.flatMap(({ items }) =>
    items
      .filter(({ severity }) => severity === "data-loss" || severity === "promise")
      .map(({ text, lines }) => [text, ...lines.slice(0, 1).map((line) => line.text)].join(": ")),
  );
  // What may be replaced, too: nobody looks at it in between.
  const isReplaced = ({ replacement }: TemplateChange["changes"][number]): boolean =>
    replacement === "True" || replacement === "Conditional";
  const kept = changes
    .filter((one) => STATEFUL_TYPES.has(one.type) && (one.action === "Remove" || isReplaced(one)))
    .map((one) => `${one.id} (${one.type})${said(language, " ", "")}${headline(one)[language]}`);
  return [...told, ...kept.filter((text) => !told.some((one) => one.startsWith(text)))];
}

/** The title above them. */
export function lossesTitle(name: string, base: string): Localised {
  return {
    en: `Deploying ${name} over that of ${base} would do this:`,
    ja: `${base}の${name}に上書きしてデプロイすると、次のことが起きます。`,
  };
}
