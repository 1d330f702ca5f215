import type { Span } from "../../text/span.ts";
import type { Entry, Section } from "../template.ts";
import type { LoopValues } from "../tree/loopEntries.ts";
import type { CallNode, Node, ScalarNode } from "../tree/node.ts";

/** Keys and list indexes, from the entry's value downwards; `Fn::If` branches are passed through, other functions too. */
export type Path = readonly (string | number)[];

/**
 * A place in a template, in CloudFormation's terms.
 * `path` counts from below the attribute: `["ResourceSignal", "Timeout"]` under `CreationPolicy`,
 * `["Listeners", 0, "Port"]` under `Properties`.
 */
export type Place =
  | { readonly in: "template" }
  | { readonly in: "section"; readonly section: string }
  | {
      readonly in: "resource";
      readonly entry: Entry;
      readonly logicalId: string;
      readonly type: string | undefined;
      /** `Type`, `Properties`, `CreationPolicy`, `Metadata`, `DependsOn` …; `undefined` directly under the logical id. */
      readonly attribute: string | undefined;
      readonly path: Path;
    }
  | {
      /** A parameter, output, mapping, condition, rule, `Globals` entry or `Metadata` entry. */
      readonly in: "entry";
      readonly entry: Entry;
      readonly section: string;
      readonly name: string;
      readonly path: Path;
    };

interface FocusBase {
  /** What is under the caret, absolute. */
  readonly span: Span;
  readonly place: Place;
}

/** What is under the caret. A feature asks `focusAt` once and switches on `kind`. */
export type Focus =
  /** A top-level key, known or not. */
  | (FocusBase & { readonly kind: "section"; readonly section: Section })
  /** The name of an entry at its declaration: logical id, parameter, output, mapping, condition … */
  | (FocusBase & { readonly kind: "name"; readonly entry: Entry })
  /** A key: of a resource (`place.path` empty, `place.attribute` is the key), a property at any depth, a key under an attribute, a parameter's attribute, a mapping's keys … `place` includes the key itself. */
  | (FocusBase & { readonly kind: "key"; readonly name: string; readonly value: Node })
  /** The value of a resource's `Type`. */
  | (FocusBase & { readonly kind: "type"; readonly type: string })
  /** The name of a function (`!Sub`, `Fn::Sub`). */
  | (FocusBase & { readonly kind: "function"; readonly call: CallNode })
  /** A name that refers to something: see `Reference`. */
  | (FocusBase & { readonly kind: "reference"; readonly reference: Reference })
  /** A word of script text, or of any other string that holds several words. `place` is that of the string. */
  | (FocusBase & {
      readonly kind: "word";
      readonly word: string;
      /** The whole string's text and the caret's offset in it. */
      readonly text: string;
      readonly textOffset: number;
      readonly script: boolean;
      readonly scalar: ScalarNode;
    })
  /** A scalar value at a place. */
  | (FocusBase & { readonly kind: "value"; readonly scalar: ScalarNode })
  /** White space or an empty value: nothing to show, but completion needs the place. */
  | (FocusBase & { readonly kind: "blank" });

export type ReferenceKind =
  /** `!Ref X`, `${X}`: resource, parameter or pseudo parameter. */
  | "ref"
  /** The resource of `!GetAtt X.Y`, `${X.Y}`. */
  | "resource"
  /** The attribute `Y` of `!GetAtt X.Y`. */
  | "attribute"
  | "dependsOn"
  | "condition"
  | "mapping"
  | "mappingKey"
  /** The second key of FindInMap. */
  | "mappingValue"
  | "importValue"
  /** A variable of a `Fn::Sub` with a map, in the text that uses it. */
  | "subVariable"
  /** A logical id named by a script (`cfn-signal --resource X`). */
  | "scriptResource"
  /** A parameter named by `AWS::CloudFormation::Interface` or a rule. */
  | "parameter";

/** A name in a template that refers to a declaration elsewhere. */
export interface Reference extends Span {
  readonly kind: ReferenceKind;
  readonly name: string;
  /** For `attribute`: the resource; for mapping keys: the mapping (and first key if it is literal). */
  readonly of?: readonly string[];
  /** How it was written: `Ref`, `Fn::Sub`, `DependsOn`, `Condition`, … */
  readonly via: string;
  /** For a name with the identifiers of loops in it: the values of these. */
  readonly loop?: LoopValues;
}
