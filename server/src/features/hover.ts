import { focusAt } from "../model/focusAt.ts";
import type { Template } from "../model/template.ts";
import type { NoteIndex } from "../notes/noteIndex.ts";
import { type HoverOptions, noteLink, renderHover } from "../notes/renderHover.ts";
import type { Span } from "../text/span.ts";
import type { ReferenceContext } from "./reference/context.ts";
import { reference } from "./reference/reference.ts";

export interface HoverContext extends Omit<ReferenceContext, "template" | "noteLink"> {
  readonly notes: NoteIndex;
  /** Whether CloudFormation's reference follows the notes. */
  readonly reference: boolean;
  readonly render: HoverOptions;
  /** What a word of a bootstrap script does in this template, in Markdown. */
  readonly scriptWord: (template: Template, offset: number) => string | undefined;
}

/** A hover's Markdown and what it is on, absolute. */
export interface Hover {
  readonly markdown: string;
  readonly span: Span;
}

/** The notes on what is under the caret, best first, and what CloudFormation's reference says of it; `undefined` where there is neither. */
export function hover(template: Template, context: HoverContext, offset: number): Hover | undefined {
  const focus = focusAt(template, offset);
  if (focus === undefined) return undefined;
  const notes = context.notes.at(focus);
  const linked = (topic: string): string | undefined => {
    const [best] = context.notes.onTopic(topic);
    return best && noteLink(best, context.render);
  };
  const parts = [
    notes.length === 0 ? undefined : renderHover(notes, context.render),
    context.reference ? context.scriptWord(template, offset) : undefined,
    context.reference ? reference(focus, offset, { ...context, template, noteLink: linked }) : undefined,
  ];
  const markdown = parts.filter((part) => part !== undefined && part !== "").join("\n\n---\n\n");
  return markdown === "" ? undefined : { markdown, span: focus.span };
}
