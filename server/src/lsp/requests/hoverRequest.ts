import type { Hover } from "vscode-languageserver";
import { focusAt } from "../../model/focus/focusAt.ts";
import type { NoteLanguage } from "../../notes/reading/note.ts";
import type { HoverOptions } from "../../notes/showing/noteText.ts";
import { OPEN_NOTE_COMMAND } from "../../protocol/notes.ts";
import { COMPARE_COMMAND } from "../../protocol/study.ts";
import { type OpenTemplate, rangeOf } from "../documents/documents.ts";
import { markup } from "../documents/markup.ts";
import { hasCommand } from "../host/clientFeatures.ts";
import { withCompareLinks, writeLink } from "../notes/hoverLinks.ts";
import { type Asked, type Elsewhere, type HoverContext, withElsewhere } from "./request.ts";
import type { Answers } from "./requestTable.ts";

/**
 * Answers the hover, the first thing that a person asks of a template: it is answered before anything else is loaded.
 */
export function hoverRequest(context: HoverContext): Answers["hover"] {
  return (_, asked) =>
    withElsewhere(
      context,
      asked,
      (open, offset) => context.nested.childAt(open, offset),
      (elsewhere) => asked.at((open, offset) => hover(context, open, offset, elsewhere, asked)),
    );
}

/**
 * Whether the notes that are read include one of the user's own on what is hovered: then the hover does not wait for
 * more.
 */
export function isEnoughForHover(context: HoverContext, { at }: Asked): boolean {
  const found = at(({ document, template }, offset) => {
    const focus = focusAt(template, offset);
    return focus !== undefined && context.service.notes.isEnoughAt(focus, { uri: document.uri, template });
  });
  return found ?? false;
}

export function renderOptions({ parameters }: HoverContext, language: NoteLanguage): HoverOptions {
  return { language, commands: hasCommand(parameters, OPEN_NOTE_COMMAND) };
}

function hover(
  context: HoverContext,
  { document, template }: OpenTemplate,
  offset: number,
  elsewhere: Elsewhere,
  { language, settings }: Asked,
): Hover | undefined {
  const { service, parameters } = context;
  const found = service.hover(template, offset, {
    language,
    reference: settings.hoverReference,
    uri: document.uri,
    ...elsewhere,
    render: renderOptions(context, language),
  });
  if (found === undefined) return undefined;
  const formats = parameters.capabilities.textDocument?.hover?.contentFormat;
  const at = { textDocument: { uri: document.uri }, position: document.positionAt(offset) };
  const compared = hasCommand(parameters, COMPARE_COMMAND)
    ? withCompareLinks(found.markdown, found.topics, language)
    : found.markdown;
  const markdown = [compared, writeLink(found.voice, at, parameters, language)].filter(Boolean).join("\n\n");
  return { contents: markup(formats, markdown), range: rangeOf(document, found.span) };
}
