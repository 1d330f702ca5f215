import type { Declarations, Entry, Template } from "../model/template.ts";
import type { Script } from "../scripts/script.ts";
import type { CallMeaning } from "./callMeaning.ts";
import type { ResourceSummary } from "./resourceSummary.ts";

/** Facts that apply to every resource, whichever resource causes them. */
export interface Surroundings {
  /** Whether signals may be sent that cannot be read: by an SDK, or to a resource whose name is not known. */
  readonly mayAlsoSignal: boolean;
  /** Whether one of those to an unknown resource may report a failure. */
  readonly mayAlsoSignalFailure: boolean;
  /** Whether any signal may report a failure. */
  readonly signalsFailure: boolean;
  /** Whether the metadata of a resource may be read whose name is not known. */
  readonly mayAlsoRunInit: boolean;
  /** Whether a policy allows `cloudformation:SignalResource` by name, which cfn-signal does not need: a program may signal. */
  readonly allowsSignals: boolean;
  /** The resources with Init metadata. Most templates never ask, so that a new one is no news to the others. */
  withInit(): readonly string[];
}

/**
 * Which resources of a cluster set up which others: the scripts that they run, and the calls in them. A rule whose
 * findings are kept may use nothing else, since its questions on the rest of the template are recorded.
 */
export interface ClusterGraph extends Surroundings {
  readonly declarations: Declarations;
  readonly format: Template["format"];
  /** All resources of the template. */
  readonly resources: Pick<ReadonlyMap<string, BootstrapResource>, "get" | "has" | "keys">;
  /** The resources that run scripts, hold some, or wait: few of many resources, and all that most rules are about. */
  readonly active: readonly BootstrapResource[];
  readonly calls: readonly PlacedCall[];
  /** Signals by what they name: logical id, or wait handle for those by URL. Those to another stack are left out. */
  readonly signalsByTarget: ReadonlyMap<string, readonly PlacedCall[]>;
  readonly callsByScript: ReadonlyMap<Script, readonly PlacedCall[]>;
  readonly callsByRunner: ReadonlyMap<string, readonly PlacedCall[]>;
  /** Whether a resource of that name may exist: it is written out, or something may generate it. */
  mayExist(name: string): boolean;
}

/** The same for a whole template. */
export interface BootstrapGraph extends ClusterGraph {
  readonly template: Template;
  readonly resources: Pick<ReadonlyMap<string, BootstrapResource>, "get" | "has" | "keys" | "values">;
}

export interface BootstrapResource {
  readonly id: string;
  readonly entry: Entry;
  readonly summary: ResourceSummary;
  /** The resources whose machines run this one's scripts: itself, or the groups and instances that use a launch template. */
  readonly runners: readonly string[];
  /** The resources whose user data this one's machines run. */
  readonly runs: readonly string[];
}

/** A call with what it means in the template. */
export interface PlacedCall extends CallMeaning {
  /** The resource whose text holds the call. */
  readonly owner: BootstrapResource;
  /** The resources on whose machines it runs, as far as the template says. */
  readonly runners: readonly string[];
}
