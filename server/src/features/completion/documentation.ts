import { HELPER_SCRIPTS } from "../../bootstrap/helperScripts.ts";
import type { Catalogue, Property } from "../../catalogue/types/catalogue.ts";
import { alternatives, schemaAt } from "../../catalogue/types/schemaAt.ts";
import { paragraphs } from "../../notes/rendering/paragraphs.ts";
import type { HoverNotes } from "../../notes/showing/renderHover.ts";
import { plainBody } from "../../snippets/plainBody.ts";
import type { Snippet } from "../../snippets/snippet.ts";
import { pageIn } from "../../text/awsPages.ts";
import { type Localised, said } from "../../text/localised.ts";
import type { ItemData } from "./scene.ts";
import { rootObject } from "./subject.ts";

export interface DocumentationContext {
  readonly catalogue: Catalogue;
  readonly snippets: readonly Snippet[];
  readonly language: "en" | "ja";
  /** The note on a topic as Markdown, if there is one. */
  readonly noteOf?: (topic: string) => string | undefined;
  /** The notes on an item. */
  readonly notesOn?: (data: ItemData) => HoverNotes | undefined;
}

/**
 * What an item stands for, as Markdown: the user's note, the built-in note's lesson on it, what is known of it;
 * `undefined` if nothing is.
 */
export function documentationOf(data: ItemData, context: DocumentationContext): string | undefined {
  const notes = context.notesOn?.(data);
  // A note that says nothing of this very key is left to the hover.
  const builtIn = notes?.isWordTold === true ? notes.builtIn : "";
  const known = knownOf(data, { ...context, isTold: builtIn !== "" });
  return paragraphs([notes?.own, builtIn].filter(Boolean).join("\n\n---\n\n"), known) || undefined;
}

/** `isTold`: a note above says what the item is. */
interface KnownContext extends DocumentationContext {
  readonly isTold: boolean;
}

function knownOf(data: ItemData, context: KnownContext): string | undefined {
  const { catalogue, language, isTold } = context;
  switch (data.of) {
    case "type": {
      const type = catalogue.resourceType(data.name);
      return paragraphs(
        isTold ? undefined : words(type?.text, type?.documentation, language),
        link(type?.url, language),
      );
    }
    case "key":
      return keyDocumentation(data, context);
    case "function": {
      const info = catalogue.functions.get(data.name);
      return paragraphs(
        isTold ? undefined : info?.text[language],
        info && yamlBlock(info.syntax.short ?? info.syntax.long),
        link(info?.url, language),
      );
    }
    case "pseudoParameter": {
      const info = catalogue.pseudoParameters.get(data.name);
      return paragraphs(
        isTold ? undefined : info?.text[language],
        info?.example ? `\`${info.example}\`` : undefined,
        link(info?.url, language),
      );
    }
    case "parameterType":
      return isTold ? undefined : catalogue.parameterTypes.find(({ name }) => name === data.name)?.text[language];
    case "runtime":
      return runtimeText(data.name, context);
    case "returnValue": {
      const type = catalogue.resourceType(data.type);
      const attribute = type?.attributes.get(data.name);
      return paragraphs(words(attribute?.text, attribute?.documentation, language), link(type?.url, language));
    }
    case "service":
      return catalogue.iamServices.get(data.prefix)?.name;
    case "action":
      return catalogue.iamServices.get(data.prefix)?.actions.get(data.name)?.documentation;
    case "helper": {
      const helper = [...HELPER_SCRIPTS.values()].find(({ name }) => name === data.name);
      const option = helper?.options.find(({ name }) => name === data.option);
      return paragraphs((option ?? helper)?.text[language], link(helper?.url, language));
    }
    case "snippet":
      return snippetText(data.id, context);
    case "told":
      return data.text;
  }
}

function keyDocumentation(
  { root, path, value }: Extract<ItemData, { of: "key" }>,
  { catalogue, language, isTold }: KnownContext,
): string | undefined {
  const object = rootObject(catalogue, root);
  const schema = object && schemaAt(object, path);
  if (schema === undefined) return undefined;
  if (value !== undefined) {
    if (isTold) return undefined;
    for (const type of alternatives(schema.type)) {
      const text = type.kind === "string" ? type.valueTexts?.[value] : undefined;
      if (text !== undefined) return text[language];
    }
    return undefined;
  }
  const { property } = schema;
  if (property === undefined) return undefined;
  const text = isTold ? undefined : words(property.text, property.documentation, language);
  return paragraphs(text, facts(property, language), link(property.url, language));
}

function facts({ required, update, default: standard }: Property, language: "en" | "ja"): string | undefined {
  const ja = language === "ja";
  const parts = [
    required ? (ja ? "必須" : "Required") : undefined,
    standard === undefined ? undefined : `${ja ? "デフォルト値" : "Default"}: \`${standard}\``,
    update === "replacement"
      ? ja
        ? "更新すると置換"
        : "An update replaces the resource"
      : update === "maybe"
        ? ja
          ? "更新すると置換されることがある"
          : "An update may replace the resource"
        : undefined,
  ].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(" · ") : undefined;
}

function runtimeText(name: string, { catalogue, language }: DocumentationContext): string | undefined {
  const runtime = catalogue.lambdaRuntimes.get(name);
  if (runtime?.deprecation === undefined) return undefined;
  return said(
    language,
    `Support ends on ${runtime.deprecation}${runtime.successor === undefined ? "" : `; move to \`${runtime.successor}\``}`,
    `${runtime.deprecation}にサポートが終了${runtime.successor === undefined ? "" : `。移行先: \`${runtime.successor}\``}`,
  );
}

/** A snippet's body with placeholder names for those of the template. */
function shownBody({ body, prefixes }: Snippet): string {
  return body
    .replaceAll("$CFN_NEW_ID", prefixes[0])
    .replaceAll("$CFN_LOGICAL_ID", "LogicalId")
    .replaceAll("$CFN_SERVICE", "lambda.amazonaws.com")
    .replace(/^.* #:!?$\n?/gm, "")
    .replace(/ #[?!*-]$/gm, "");
}

function snippetText(id: string, { snippets, language, noteOf }: DocumentationContext): string | undefined {
  const snippet = snippets.find((one) => one.id === id);
  if (snippet === undefined) return undefined;
  const note = snippet.topic === undefined ? undefined : noteOf?.(snippet.topic);
  return paragraphs(snippet.description[language], yamlBlock(plainBody(shownBody(snippet))), note && `---\n\n${note}`);
}

function words(
  text: Localised | undefined,
  documentation: string | undefined,
  language: "en" | "ja",
): string | undefined {
  return text?.[language] ?? documentation;
}

function yamlBlock(source: string): string {
  return `\`\`\`yaml\n${source}\n\`\`\``;
}

function link(url: string | undefined, language: "en" | "ja"): string | undefined {
  return url === undefined ? undefined : `[docs.aws.amazon.com](${pageIn(language, url)})`;
}
