import type { ProtocolRange } from "./common.ts";

/** Views of a template as a whole. Positions and lines are as in common.ts. */

/**
 * Requests about a template as a whole, by their method below `cfnNotes/`, with the types of parameters and result;
 * null if the document is no open template.
 */
export interface TemplateRequests {
  /** How a resource comes up. */
  readonly bootstrapSequence: [BootstrapSequenceParams, BootstrapSequence | null];
  /** The effect of deploying an open template over another text of it. */
  readonly templateChanges: [TemplateChangesParams, TemplateChanges | null];
  /** What is deployed to which environment, by the project file. */
  readonly environments: [{ readonly textDocument: { readonly uri: string } }, readonly Environment[]];
  /** The resources of an open template as a picture. */
  readonly templateGraph: [TemplateGraphParams, TemplateGraph | null];
  /** In which order a stack is created, updated or deleted. */
  readonly deploymentOrder: [DeploymentOrderParams, DeploymentOrder | null];
  /** An open template in the other format. */
  readonly convertTemplate: [{ readonly textDocument: { readonly uri: string } }, ConvertedTemplate | null];
}

/** Command behind refactorings that make up a name: the client begins a rename there. Arguments: the document's URI, a position. */
export const RENAME_AT_COMMAND = "cfnNotes.renameAt";

/** Command behind a code action on a resource's logical id. Arguments: the document's URI, a position. */
export const RENAME_WITH_MAPPING_COMMAND = "cfnNotes.renameWithMapping";

/** Command behind code lenses; arguments: the document's URI, a logical id. */
export const SHOW_SEQUENCE_COMMAND = "cfnNotes.showBootstrapSequence";

export type ConvertedTemplate =
  | {
      readonly text: string;
      readonly languageId: "yaml" | "json";
      /** The number of comments that the other format has no place for. */
      readonly lostComments: number;
    }
  /** Why it cannot be converted, in the user's language. */
  | { readonly refused: string };

export interface BootstrapSequenceParams {
  readonly textDocument: { readonly uri: string };
  /** The resource; or, if it is absent, that at `position`. */
  readonly logicalId?: string;
  readonly position?: { readonly line: number; readonly character: number };
  /** The resource that is shown, and stays so if `position` is in a launch template that it runs. */
  readonly shown?: string;
}

export interface BootstrapSequence {
  /** Absent if the place belongs to nothing that comes up by a script or waits for signals. */
  readonly picture?: SequencePicture;
  /** All resources that have a picture, in the order of the text. */
  readonly resources: readonly { readonly logicalId: string; readonly type: string }[];
}

export interface SequencePicture {
  readonly logicalId: string;
  readonly type: string;
  /** What CloudFormation waits for, in the user's language; empty if it does not wait. */
  readonly wait: string;
  readonly steps: readonly SequencePictureStep[];
}

export interface SequencePictureStep {
  readonly kind: "create" | "userData" | "init" | "config" | "section" | "hup" | "signal" | "complete" | "timeout";
  /** What it happens on: CloudFormation, the resource's own machines, or something else. */
  readonly lane: "stack" | "machine" | "elsewhere";
  /** Its indentation under the steps before; 0 is none. */
  readonly depth: number;
  /** In the user's language. */
  readonly title: string;
  /** In the user's language; empty if the title says all. */
  readonly detail: string;
  /** Whether it is a signal that does not reach the resource. */
  readonly astray: boolean;
  /** Absent for what the template does not write. */
  readonly range?: ProtocolRange;
  /** The note that explains it, the user's own before a built-in one. */
  readonly note?: { readonly id: string; readonly title: string };
}

export interface TemplateChangesParams {
  readonly textDocument: { readonly uri: string };
  /** The template that it is held against. */
  readonly before: string;
  /** The texts of nested templates, by their URIs in the answer before. */
  readonly nested?: Readonly<Record<string, string>>;
}

/** The effect of an update, in sentences of the user's language. */
export interface TemplateChanges {
  /** The document's, which this is about. */
  readonly version: number;
  readonly sections: readonly { readonly title: string; readonly items: readonly ChangeItem[] }[];
  /** The templates that the earlier one nests; what of them was not given is left out. */
  readonly nested: readonly string[];
}

/** The severities of a change above a mere update, the worst first. */
export type ChangeSeverity =
  | "data-loss"
  | "delete"
  | "replace"
  | "may-replace"
  | "interruption"
  | "update"
  | "add"
  | "quiet"
  | "promise"
  | "permission"
  | "running";

export interface ChangeLine {
  readonly text: string;
  readonly severity?: ChangeSeverity;
  /** In the new template; for what is gone, the place it was removed from. */
  readonly place?: ProtocolRange["start"];
  /** The notes that show there, best first. */
  readonly notes: readonly { readonly id: string; readonly title: string; readonly builtIn: boolean }[];
}

/** The effect on one resource, and its causes. */
export interface ChangeItem extends ChangeLine {
  readonly severity: ChangeSeverity;
  readonly isGone: boolean;
  /** Whether CloudFormation refuses the update for it. */
  readonly isRefused?: boolean;
  readonly lines: readonly ChangeLine[];
  /** The place in a nested template; `place` is then that of the stack. */
  readonly elsewhere?: { readonly uri: string; readonly place?: ProtocolRange["start"] };
}

/** Somewhere a template is deployed. */
export interface Environment {
  readonly name: string;
  /** The branch, tag or commit that is deployed there. */
  readonly revision: string;
}

export interface PictureParams {
  readonly textDocument: { readonly uri: string };
  /** The template that it is held against, if there is one. */
  readonly before?: string;
}

export interface TemplateGraphParams extends PictureParams {
  /** The service whose resources are shown, such as `AWS::EC2`; all without it. */
  readonly service?: string;
  /** Another format to write the picture in. */
  readonly as?: "svg" | "mermaid";
}

/** Something of a template that a picture shows. */
export interface PictureNode {
  readonly title: string;
  readonly detail: string;
  /** The effect of a change on it, in the user's language, as text right behind the title. */
  readonly effect?: string;
  readonly severity?: ChangeSeverity;
  /** Its name in the text. */
  readonly range?: ProtocolRange;
  /** All of it. */
  readonly entry?: ProtocolRange;
}

export interface GraphBox extends PictureNode {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Set if it represents the resources of this service. */
  readonly service?: string;
}

export interface GraphLine {
  readonly from: number;
  readonly to: number;
  /** How `from` refers to `to`, or how often. */
  readonly label: string;
  /** An SVG path; empty for what other lines say, too: it is drawn on demand. */
  readonly path: string;
  /** Whether it is not more than an order (`DependsOn`). */
  readonly isOrder: boolean;
}

/** The resources of a template and how they refer to each other, as a picture. */
export interface TemplateGraph {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly GraphBox[];
  readonly lines: readonly GraphLine[];
  /** Which service is shown; empty for all. */
  readonly service: string;
  /** Whether the template is too large for one picture, so that services stand for their resources. */
  readonly isGrouped: boolean;
  readonly services: readonly { readonly name: string; readonly count: number }[];
  /** The number of resources that are left out even so. */
  readonly leftOut: number;
  readonly text?: string;
}

export interface DeploymentOrderParams extends PictureParams {
  readonly operation: "create" | "update" | "delete";
}

/** In which order CloudFormation works on a stack. */
export interface DeploymentOrder {
  readonly phases: readonly OrderPhase[];
  /** Resources that stay when the stack is deleted. */
  readonly kept: readonly string[];
}

export interface OrderPhase {
  /** In the user's language, as all texts. */
  readonly title: string;
  /** What happens to all of it if one of its steps fails. */
  readonly failure: string;
  readonly steps: readonly OrderStep[];
}

export interface OrderStep extends PictureNode {
  /** From 0. */
  readonly wave: number;
  /** Steps of the same phase, by index. */
  readonly waitsFor: readonly number[];
  readonly isCritical: boolean;
  /** What happens to it if a later step fails. */
  readonly undo: string;
}
