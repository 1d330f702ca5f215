import type { Span } from "../text/span.ts";
import type { Setting } from "./hupFiles.ts";

/** A part of a path, with its offsets in the text. */
export interface PathPart extends Span {
  readonly text: string;
}

/** `Resources.Web.Metadata.AWS::CloudFormation::Init.install` taken apart. */
export interface HupPath {
  readonly resource: PathPart;
  /** The path behind the resource: `Metadata` or `PhysicalResourceId`, then keys. */
  readonly keys: readonly PathPart[];
}

/** The parts of a hook's `path`; `undefined` if it is no path below `Resources` or a part is only known at deployment. */
export function hupPath({ value, start }: Setting): HupPath | undefined {
  if (!/^Resources\./.test(value) || /[\uFFFC$]/.test(value)) return undefined;
  let offset = start;
  const parts = value.split(".").map((text) => {
    const part = { text, start: offset, end: offset + text.length };
    offset = part.end + 1;
    return part;
  });
  const [, resource, ...keys] = parts;
  return resource && resource.text !== "" ? { resource, keys } : undefined;
}
