import type { ConditionFormula } from "./tree/conditionFormula.ts";

/**
 * The declarations of a template, without their details: enough to resolve every reference. They are compared by
 * content after an edit and kept if nothing changed, so that whatever was computed from them (all entry-wise
 * diagnostics, say) stays valid.
 */
export interface Declarations {
  /** Logical id → resource. */
  readonly resources: ReadonlyMap<string, DeclaredResource>;
  readonly parameters: ReadonlyMap<string, DeclaredParameter>;
  /** Mapping → first key → second keys with their values' text (`undefined` if no scalar). */
  readonly mappings: ReadonlyMap<
    string,
    ReadonlyMap<string, ReadonlyMap<string, string | readonly string[] | undefined>>
  >;
  readonly conditions: ReadonlySet<string>;
  /** Condition → its formula. */
  readonly formulas: ReadonlyMap<string, ConditionFormula>;
  /** Rule → the formula that has to hold for a stack to be created. */
  readonly rules: ReadonlyMap<string, ConditionFormula>;
  /** SAM's `Globals`: kind (`Function`) → paths of the keys that it gives, such as `VpcConfig.SubnetIds`. */
  readonly globals: ReadonlyMap<string, ReadonlySet<string>>;
  readonly outputs: ReadonlySet<string>;
  /** Values of the `Transform` section and of `Fn::Transform` at the top: `AWS::Serverless-2016-10-31`, `AWS::LanguageExtensions`, macros. */
  readonly transforms: readonly string[];
  /** Names of entries that loops (`Fn::ForEach` at section level) make, with `*` for what is filled in: `Subnet*`. */
  readonly loopNames: readonly string[];
  /** The types of the resources that they make, by the same names; empty if none is written out. */
  readonly loopTypes: ReadonlyMap<string, string>;
  /**
   * Whether there may be entries that the text does not show: a macro, or `Fn::Transform`/`AWS::Include` at section
   * level.
   */
  readonly open: boolean;
}

export interface DeclaredResource {
  /** The text of `Type`; `undefined` while it is missing. */
  readonly type: string | undefined;
  readonly condition: string | undefined;
  readonly dependsOn: readonly string[];
  /** The names of its attributes: `CreationPolicy`, `UpdatePolicy`, `Metadata` … */
  readonly attributes: ReadonlySet<string>;
  /** Logical ids that it gives to resources which SAM makes for it (`QueueLogicalId`), and those of the APIs that its events ask for. */
  readonly makes: readonly string[];
  /** The names of its events and embedded connectors, after which SAM names what it makes for them. */
  readonly parts: readonly string[];
}

export interface DeclaredParameter {
  readonly type: string | undefined;
  readonly default: string | undefined;
  readonly allowedValues: readonly string[] | undefined;
  readonly noEcho: boolean;
}
