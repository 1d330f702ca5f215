import type { Note, NoteFileContent } from "../reading/note.ts";
import type { Binding } from "./bindings.ts";

/** A note that fits what is under the caret. */
export interface BoundNote {
  readonly note: Note;
  readonly file: NoteFileContent;
  /** How close the place is to what is under the caret: see `candidates`. */
  readonly specificity: number;
  /** Whether it is on the very thing, on the whole that the thing belongs to (a service, a type), or only has its name in bold. */
  readonly tier: "thing" | "whole" | "mention";
  /** Whether it is called as the very thing, in one of the names that people have for it. */
  readonly isCalled?: boolean;
  /** Whether it is a row or a short item on something of AWS's: what there is of that in a project more often than what it is. */
  readonly isListed?: boolean;
  /** Whether it says a few words of what one thing has, "Timeout: 5 seconds", or what that is called, "EC2 instance: webfront". */
  readonly isSetting?: boolean;
  /** Whether what it is called may be of several services, "data protection", and nothing tells of which. */
  readonly isVague?: boolean;
  /** Whether it calls a nested stack CloudFormation: a project is all made with that, and nests few. */
  readonly isOnCloudFormation?: boolean;
  /** Whether what it is called belongs to the thing and is not what that is called: "SSL certificate" at an origin. */
  readonly isRelated?: boolean;
  /** Whether what stands above it is on another service. */
  readonly isOfOtherService?: boolean;
  /** Whether it calls something of AWS's as people speak of it, "S3 bucket", not as templates do, `BucketName`. */
  readonly isSpoken?: boolean;
}

/** A note that fits, with what its place among the others follows from. */
export interface RankedNote extends BoundNote {
  readonly binding: Binding;
  readonly isCalled: boolean;
  /** See {@link RANKED_BY}; the number of the binding last. */
  readonly rank: readonly number[];
}

/** The same as one that only has the name in it. */
export function asMention(bound: RankedNote): RankedNote {
  const { note, file, binding, specificity, rank, isCalled } = bound;
  return { note, file, binding, specificity, rank, isCalled, tier: "mention" };
}
