import type { Note, NoteFileContent } from "../reading/note.ts";
import type { Binding } from "./bindings.ts";

/** A note that fits what is under the caret. */
export interface BoundNote {
  readonly note: Note;
  readonly file: NoteFileContent;
  /** How close the place is to what is under the caret: see `candidates`. */
  readonly specificity: number;
  /**
   * Whether it is on the thing itself, on the whole that the thing belongs to (a service, a type), or only has its name
   * in bold.
   */
  readonly tier: "thing" | "whole" | "mention";
  /** Whether its title is one of the names of the thing itself. */
  readonly isCalled?: boolean;
  /**
   * Whether it is a row or a short item on something of AWS's: in a project, such items list what there is rather than
   * explain it.
   */
  readonly isListed?: boolean;
  /** Whether the name it is found by is only a part of its title: "WAF + CloudFront - what comes first". */
  readonly isByPart?: boolean;
  /** Whether it has the command under the caret only among others that it tells to run. */
  readonly isCommand?: boolean;
  /** Whether it only gives a setting of one thing, "Timeout: 5 seconds", or its name, "EC2 instance: webfront". */
  readonly isSetting?: boolean;
  /** Whether its title is a name of a resource type. */
  readonly isOfType?: boolean;
  /** Whether its title may mean several services, "data protection", and nothing says which. */
  readonly isVague?: boolean;
  /**
   * Whether it is on the templates or the stacks themselves by the word CloudFormation or SAM: in a project that mostly
   * means the project itself.
   */
  readonly isOnCloudFormation?: boolean;
  /** Whether its title belongs to the thing but is not the thing's name: "SSL certificate" at an origin. */
  readonly isRelated?: boolean;
  /** Whether the titles above it name another service. */
  readonly isOfOtherService?: boolean;
  /** Whether a marker binds it. */
  readonly isMarked?: boolean;
  /** Whether it is on an attribute of resources in general, `UpdatePolicy`, by its name. */
  readonly isOnAttribute?: boolean;
  /** Whether it is on a part of CloudFormation's language, by its name. */
  readonly isOnSyntax?: boolean;
  /** Whether its title is the spoken name of something of AWS's, "S3 bucket", not the template's, `BucketName`. */
  readonly isSpoken?: boolean;
  /** Whether it is on another thing of that name, or on what was so one day. */
  readonly isOnOther?: boolean;
  /** Of a note that only mentions the thing: the sentence that says what to heed of it, as Markdown. */
  readonly heeded?: string;
}

/** A note that fits, with its rank among the others. */
export interface RankedNote extends BoundNote {
  readonly binding: Binding;
  readonly isCalled: boolean;
  /** By {@link RANKED_BY}; the number of the binding last. */
  readonly rank: readonly number[];
}

/** The same as a note that only mentions the name. */
export function asMention(bound: RankedNote): RankedNote {
  const { note, file, binding, specificity, rank, isCalled, isOnOther = false, heeded } = bound;
  const mention: RankedNote = { note, file, binding, specificity, rank, isCalled, isOnOther, tier: "mention" };
  return heeded === undefined ? mention : { ...mention, heeded };
}

/** The same as a note that has only to be named. */
export function asNamed({ note, file, specificity }: BoundNote): BoundNote {
  return { note, file, specificity, tier: "mention" };
}

/** The same as a note on something larger. */
export function onWhole({ note, file, specificity }: BoundNote): BoundNote {
  return { note, file, specificity, tier: "whole" };
}
