import type { Catalogue } from "../catalogue/types/catalogue.ts";
import type { Focus } from "../model/focus/focus.ts";
import { focusAt } from "../model/focus/focusAt.ts";
import type { Entry, Template } from "../model/template.ts";
import { builtInTopics } from "../notes/binding/bind.ts";
import { askedAt } from "../notes/lesson/asked.ts";
import type { NoteIndex } from "../notes/noteIndex.ts";
import type { NoteLanguage } from "../notes/reading/note.ts";
import { type HoverOptions, noteLink } from "../notes/showing/noteText.ts";
import { hoverNotes } from "../notes/showing/renderHover.ts";
import type { Span } from "../text/span.ts";
import type { ReferenceContext, ReferenceText } from "./reference/context.ts";
import { contextText } from "./reference/contextText.ts";
import { reference } from "./reference/reference.ts";

export interface HoverRequest extends Pick<ReferenceContext, "language" | "exports" | "children"> {
  /** The template's URI, for notes on somebody's own things, and those that show in some templates alone. */
  readonly uri?: string;
  /** Whether CloudFormation's reference follows the notes. */
  readonly reference: boolean;
  /** Whether there are no notes before it. */
  readonly referenceAlone?: boolean;
  readonly render: HoverOptions;
}

/** The sources of a hover besides the notes. */
export interface HoverSources {
  readonly catalogue: Catalogue;
  readonly notes: NoteIndex;
  /** What a word of a bootstrap script does in a template, in Markdown. */
  readonly scriptWord: (template: Template, focus: Focus, offset: number, language: NoteLanguage) => string | undefined;
  /** The entry that the caret is on, see `navigation`. */
  readonly entryNamedAt: (template: Template, offset: number) => Entry | undefined;
}

/** A hover's Markdown and its span, absolute. */
export interface Hover {
  readonly markdown: string;
  readonly span: Span;
  /** Whose note comes first. */
  readonly voice: "own" | "builtIn" | "none";
  /** See `builtInTopics`. */
  readonly topics: readonly string[];
}

/** How close a note on the key itself is, and one on the key above it; see `candidates`. */
const ON_KEY = 80;
const ON_KEY_ABOVE = 60;

/**
 * From top to bottom: the user's note on what is under the caret, one line of facts, the built-in note, AWS's text. A
 * built-in note on something closer comes right below the user's. `undefined` if nothing is known.
 */
export function hover(
  template: Template,
  offset: number,
  request: HoverRequest,
  sources: HoverSources,
): Hover | undefined {
  const { language, exports, children, uri, render } = request;
  const { catalogue, notes } = sources;
  const focus = focusAt(template, offset);
  if (focus === undefined) return undefined;
  const asked = uri === undefined ? undefined : { uri, template, exports };
  const bound = request.referenceAlone === true ? [] : notes.at(focus, asked);
  const mentioned = request.referenceAlone === true ? [] : [...bound, ...notes.mentionedAt(focus, bound, asked)];
  const found = asked === undefined ? mentioned : notes.heeding(mentioned, focus, asked);
  const { own, builtIn, closeness, isWordTold, isBuiltInFirst } = hoverNotes(found, askedAt(focus), render);
  const isOnThis = closeness > ON_KEY_ABOVE || (closeness > 0 && (focus.kind === "type" || focus.kind === "name"));
  const noteAbove = isOnThis ? "builtIn" : own !== "" || builtIn !== "" ? "own" : "none";
  const linked = (topic: string): string | undefined => {
    const best = notes.explaining(topic);
    return best && noteLink(best, render);
  };
  const isValueTold = closeness > ON_KEY;
  // Written out, since most of the time of a hover went into spreading objects.
  const context: ReferenceContext = {
    template,
    catalogue,
    language,
    exports,
    children,
    noteLink: linked,
    noteAbove,
    isWordTold,
    isValueTold,
  };
  const known = request.reference ? reference(focus, offset, context) : undefined;
  const word = request.reference
    ? scriptWord(sources.scriptWord(template, focus, offset, language), noteAbove)
    : undefined;
  const text = known?.text === undefined ? undefined : [known.text, known.page].filter(Boolean).join(" ");
  const facts = [word, known && (text === undefined ? withPage(known) : known.facts)];
  // A note that says nothing of this very key comes behind AWS's text on it, one on the key behind what is referred to.
  const isNamed = focus.kind === "reference" || known?.isImport === true;
  const below =
    !isWordTold || (isNamed && closeness < ON_KEY)
      ? [...facts, text, builtIn]
      : isBuiltInFirst
        ? [builtIn, ...facts, text]
        : [...facts, builtIn, text];
  const named =
    focus.kind === "name" || focus.kind === "reference" ? sources.entryNamedAt(template, offset) : undefined;
  const said = contextText(template, focus, named, language);
  const markdown = [own, said, joinParts("\n\n", below)].filter((part) => part !== "").join("\n\n---\n\n");
  const voice = own !== "" ? "own" : builtIn !== "" ? "builtIn" : "none";
  return markdown === "" ? undefined : { markdown, span: focus.span, voice, topics: builtInTopics(found) };
}

/** Without a text of AWS's the link to the page stands behind the first line. */
function withPage({ facts, page }: ReferenceText): string {
  if (page === undefined) return facts;
  const [first = "", ...others] = facts.split("\n");
  return [`${first} · ${page}`, ...others].join("\n");
}

/** Below a built-in note, which says what the helper is, only what the word does here. */
function scriptWord(text: string | undefined, noteAbove: ReferenceContext["noteAbove"]): string | undefined {
  return noteAbove === "builtIn" ? text?.replace(/^`cfn-[a-z-]+` · [^\n]*\n*/, "") : text;
}

function joinParts(between: string, parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join(between);
}
