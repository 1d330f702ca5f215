import type { BoundNote } from "./bind.ts";
import { ASKED_NOTHING, type Asked } from "./lesson/asked.ts";
import { noteMessages } from "./messages.ts";
import { isWithin } from "./note.ts";
import { builtInBelow, builtInText, type HoverOptions, isWordTold, noteText } from "./noteText.ts";

/** What a hover says of the notes, in Markdown; empty where there is nothing to say. */
export interface HoverNotes {
  /** The user's own voice, with what it has out of date below. */
  readonly own: string;
  readonly builtIn: string;
  /** How close the built-in note is, see `candidates`; 0 where there is none. */
  readonly closeness: number;
  /** Whether the built-in note names what somebody points at. */
  readonly isWordTold: boolean;
  /** Whether the built-in note is on something closer than the user's, or the only one. */
  readonly isBuiltInFirst: boolean;
}

/** Of notes that are not as good as the first so many are named. */
const MAX_OTHERS = 3;
/** Between a value and its key, a key and the key above it; see `candidates`. */
const ONE_STEP = 20;

/** The notes of a hover, best first: one of the user's in full, others of theirs as a line, one built-in note. */
export function hoverNotes(notes: readonly BoundNote[], asked: Asked, options: HoverOptions): HoverNotes {
  const own = notes.filter(({ file, tier }) => !file.builtIn && tier === "thing");
  const onService = notes.filter(({ file, tier }) => !file.builtIn && tier === "service");
  const builtIn =
    notes.find(({ file, tier }) => file.builtIn && tier === "thing") ??
    (own.length === 0 ? notes.find(({ file }) => file.builtIn) : undefined);
  const mentions = notes.filter(({ file, tier }) => !file.builtIn && tier === "mention");
  const [first, ...others] = own.length > 0 ? own : builtIn?.tier === "thing" ? [] : onService;
  if (first === undefined)
    return {
      own: "",
      builtIn: joined(
        builtIn && builtInText(builtIn, asked, options),
        lines(onService, options),
        mentionedIn(mentions, options),
      ),
      closeness: builtIn?.specificity ?? 0,
      isWordTold: builtIn !== undefined && isWordTold(builtIn, asked),
      isBuiltInFirst: true,
    };
  const close = others.filter((other) => first.specificity - other.specificity <= ONE_STEP);
  const shownBelow = [...close, ...(first.tier === "thing" ? onService : [])];
  const below = builtIn && builtInBelow(builtIn, first, asked, options);
  return {
    own: joined(
      noteText(first, "full", options),
      below?.correction,
      lines(distinct(first, shownBelow), options),
      mentionedIn(distinct(first, mentions), options),
    ),
    builtIn: below?.paragraph ?? "",
    closeness: builtIn?.specificity ?? 0,
    isWordTold: builtIn !== undefined && isWordTold(builtIn, asked),
    isBuiltInFirst: builtIn !== undefined && builtIn.specificity > first.specificity,
  };
}

/** The Markdown of the notes alone. */
export function renderHover(notes: readonly BoundNote[], options: HoverOptions, asked: Asked = ASKED_NOTHING): string {
  const { own, builtIn } = hoverNotes(notes, asked, options);
  return joined(own, builtIn);
}

/** Notes that are not within the first, nor a copy of it. */
function distinct(first: BoundNote, others: readonly BoundNote[]): readonly BoundNote[] {
  const textOf = ({ note, file }: BoundNote): string =>
    note.passage.flatMap(({ start, end }) => file.lines.slice(start, end)).join("\n");
  return others.filter(
    (other) =>
      !isWithin(other.note, first.note) && (other.note.title !== first.note.title || textOf(other) !== textOf(first)),
  );
}

function lines(notes: readonly BoundNote[], options: HoverOptions): string {
  return notes
    .map((note) => noteText(note, "line", options))
    .filter((line) => line !== "")
    .slice(0, MAX_OTHERS)
    .join("\n");
}

/** Notes that are on something else and only speak of it. */
function mentionedIn(notes: readonly BoundNote[], options: HoverOptions): string {
  const mentions = lines(notes, options);
  return mentions === "" ? "" : `${noteMessages(options.language).mentionedIn}\n\n${mentions}`;
}

function joined(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join("\n\n");
}
