// Made by scripts/dataTypes.mjs from the shapes of the files: change those.
// Each module gives the contents of its file, parsed anew by each call; the build has checked their shape.

declare module "*/assistantPrompts.yaml" {
  export type Row = {
    readonly name: string;
    readonly title: { readonly en: string; readonly ja: string };
    readonly description: { readonly en: string; readonly ja: string };
    readonly argument: {
      readonly name: string;
      readonly description: { readonly en: string; readonly ja: string };
    };
    readonly text: { readonly en: string; readonly ja: string };
  };
  const read: () => readonly Row[];
  export default read;
}

declare module "*/assistantTools.yaml" {
  export type Row = {
    readonly name: string;
    readonly title: string;
    readonly description: string;
    readonly input: {
      readonly type: "object";
      readonly properties: Readonly<Record<string, object>>;
      readonly required: readonly string[];
      readonly additionalProperties: false;
    };
  };
  const read: () => Readonly<Record<"check_template" | "preview_change" | "describe_type" | "explain" | "notes_for_place" | "search_notes", Row>>;
  export default read;
}

declare module "*/commands.yaml" {
  const read: () => {
    readonly common: Readonly<Record<string, {
      readonly name: string;
      readonly short?: string;
      readonly value?: {
        readonly name: string;
        readonly values?: readonly string[];
        readonly isCount?: true;
        readonly multiple?: true;
      };
      readonly help: { readonly en: string; readonly ja: string };
    }>>;
    readonly commands: readonly {
      readonly name: string;
      readonly operands: string;
      readonly summary: { readonly en: string; readonly ja: string };
      readonly details?: { readonly en: string; readonly ja: string };
      readonly options: readonly (string | {
        readonly name: string;
        readonly short?: string;
        readonly value?: {
          readonly name: string;
          readonly values?: readonly string[];
          readonly isCount?: true;
          readonly multiple?: true;
        };
        readonly help: { readonly en: string; readonly ja: string };
      })[];
      readonly failure?: number;
    }[];
  };
  export default read;
}

declare module "*/comparisons/cloudFormation.yaml" {
  export type Row = {
    readonly columns: readonly {
      readonly name: string;
      readonly ja?: string;
      readonly topic: string;
      readonly names?: readonly string[];
    }[];
    readonly rows: readonly {
      readonly name: string | { readonly en: string; readonly ja: string };
      readonly cells: readonly (string | { readonly en: string; readonly ja: string })[];
    }[];
    readonly sources: readonly string[];
  };
  const read: () => Readonly<Record<string, Row>>;
  export default read;
}

declare module "*/comparisons/network.yaml" {
  export type Row = {
    readonly columns: readonly {
      readonly name: string;
      readonly ja?: string;
      readonly topic: string;
      readonly names?: readonly string[];
    }[];
    readonly rows: readonly {
      readonly name: string | { readonly en: string; readonly ja: string };
      readonly cells: readonly (string | { readonly en: string; readonly ja: string })[];
    }[];
    readonly sources: readonly string[];
  };
  const read: () => Readonly<Record<string, Row>>;
  export default read;
}

declare module "*/comparisons/services.yaml" {
  export type Row = {
    readonly columns: readonly {
      readonly name: string;
      readonly ja?: string;
      readonly topic: string;
      readonly names?: readonly string[];
    }[];
    readonly rows: readonly {
      readonly name: string | { readonly en: string; readonly ja: string };
      readonly cells: readonly (string | { readonly en: string; readonly ja: string })[];
    }[];
    readonly sources: readonly string[];
  };
  const read: () => Readonly<Record<string, Row>>;
  export default read;
}

declare module "*/comparisons/storageAndCompute.yaml" {
  export type Row = {
    readonly columns: readonly {
      readonly name: string;
      readonly ja?: string;
      readonly topic: string;
      readonly names?: readonly string[];
    }[];
    readonly rows: readonly {
      readonly name: string | { readonly en: string; readonly ja: string };
      readonly cells: readonly (string | { readonly en: string; readonly ja: string })[];
    }[];
    readonly sources: readonly string[];
  };
  const read: () => Readonly<Record<string, Row>>;
  export default read;
}

declare module "*/comparisons/traffic.yaml" {
  export type Row = {
    readonly columns: readonly {
      readonly name: string;
      readonly ja?: string;
      readonly topic: string;
      readonly names?: readonly string[];
    }[];
    readonly rows: readonly {
      readonly name: string | { readonly en: string; readonly ja: string };
      readonly cells: readonly (string | { readonly en: string; readonly ja: string })[];
    }[];
    readonly sources: readonly string[];
  };
  const read: () => Readonly<Record<string, Row>>;
  export default read;
}

declare module "*/creationOrder.yaml" {
  export type Row = {
    readonly type: string;
    readonly where?: {
      readonly path: string;
      readonly beside?: Readonly<Record<string, string>>;
      readonly is?: readonly string[];
      readonly isNot?: readonly string[];
      readonly but?: Readonly<Record<string, string>>;
      readonly names?: string;
    };
    readonly without?: readonly string[];
    readonly through: readonly string[];
    readonly others: Readonly<Record<string, readonly string[]>>;
    readonly alike?: readonly [own: string, other: string];
    readonly isOnly?: true;
    readonly isEach?: true;
    readonly isBegun?: true;
    readonly isNeeded?: string;
    readonly within?: readonly string[];
    readonly lets?: {
      readonly services: readonly string[];
      readonly action: string;
      readonly accounts?: true;
    };
    readonly readable?: readonly string[];
    readonly says: string;
  };
  const read: () => readonly Row[];
  export default read;
}

declare module "*/databaseEngines.yaml" {
  const read: () => Readonly<Record<string, readonly string[]>>;
  export default read;
}

declare module "*/drills.yaml" {
  export type Row = {
    readonly group?: string;
    readonly in?: "Resources" | "Parameters" | "Outputs";
    readonly of?: readonly string[];
    readonly at: readonly string[];
    readonly needs?: string;
    readonly without?: readonly string[];
    readonly from?: readonly string[];
    readonly not?: readonly string[];
    readonly do: "set" | "plus" | "seconds" | "suffix" | "copy" | "remove" | "first" | "other" | "swap";
    readonly to?: string;
    readonly ask: "create" | "update" | "delete" | "run";
    readonly outcome: { readonly en: string; readonly ja: string };
    readonly cause: { readonly en: string; readonly ja: string };
    readonly holds: { readonly en: string; readonly ja: string };
    readonly fix: { readonly en: string; readonly ja: string };
    readonly source: string;
    readonly incident?: string;
    readonly fails?: readonly string[];
  };
  const read: () => Readonly<Record<string, Row>>;
  export default read;
}

declare module "*/dynamicReferences.yaml" {
  export type Row = {
    readonly en: string;
    readonly ja: string;
    readonly syntax: string;
    readonly example: string;
    readonly page: string;
  };
  const read: () => Readonly<Record<string, Row>>;
  export default read;
}

declare module "*/endedServices.yaml" {
  export type Row = {
    readonly names?: readonly string[];
    readonly closed?: string;
    readonly ends?: string;
    readonly instead?: string | { readonly en: string; readonly ja: string };
    readonly source: string;
  };
  const read: () => Readonly<Record<string, Row>>;
  export default read;
}

declare module "*/errorTopics.yaml" {
  const read: () => Readonly<Record<string, string>>;
  export default read;
}

declare module "*/eventPatterns.yaml" {
  const read: () => {
    readonly fields: readonly string[];
    readonly operators: readonly string[];
    readonly sourceOf: Readonly<Record<string, string>>;
  };
  export default read;
}

declare module "*/examDomains.yaml" {
  export type Row = {
    readonly en: string;
    readonly ja: string;
    readonly weight: number;
    readonly files: readonly string[];
  };
  const read: () => readonly Row[];
  export default read;
}

declare module "*/fargateSizes.yaml" {
  const read: () => Readonly<Record<string, readonly [from: number, to: number, step: number]>>;
  export default read;
}

declare module "*/functionRoles.yaml" {
  const read: () => {
    readonly inVpc: {
      readonly actions: readonly string[];
      readonly policy: string;
      readonly says: string;
    };
    readonly deadLetters: Readonly<Record<string, {
      readonly actions: readonly string[];
      readonly says: string;
    }>>;
    readonly sources: Readonly<Record<string, {
      readonly actions: readonly string[];
      readonly policy: string;
      readonly says: string;
    }>>;
  };
  export default read;
}

declare module "*/functions.yaml" {
  export type Row = {
    readonly en: string;
    readonly ja: string;
    readonly short?: string;
    readonly long: string;
    readonly in: readonly ("value" | "condition" | "rule")[];
    readonly page?: string;
    readonly transform?: string;
    readonly body?: string;
    readonly count?: readonly [from: number, to: number];
    readonly items?: string;
    readonly arguments?: readonly { readonly en: string; readonly ja: string }[];
  };
  const read: () => Readonly<Record<string, Row>>;
  export default read;
}

declare module "*/helperScripts.yaml" {
  const read: () => {
    readonly connection: readonly {
      readonly name: string;
      readonly short?: string;
      readonly role?: "stack" | "resource" | "region" | "configSets" | "exitCode" | "success" | "status" | "id" | "path" | "other";
      readonly values?: readonly string[];
      readonly en: string;
      readonly ja: string;
    }[];
    readonly scripts: Readonly<Record<"cfn-signal" | "cfn-init" | "cfn-get-metadata" | "cfn-hup" | "signal-resource", {
      readonly en: string;
      readonly ja: string;
      readonly url: string;
      readonly options: readonly {
        readonly name: string;
        readonly short?: string;
        readonly role?: "stack" | "resource" | "region" | "configSets" | "exitCode" | "success" | "status" | "id" | "path" | "other";
        readonly values?: readonly string[];
        readonly en: string;
        readonly ja: string;
      }[];
      readonly connects?: "yes";
    }>>;
  };
  export default read;
}

declare module "*/incidents.yaml" {
  const read: () => {
    readonly events: Readonly<Record<string, {
      readonly reason: string;
      readonly source: string;
    }>>;
    readonly incidents: Readonly<Record<string, {
      readonly during: "create" | "update";
      readonly topic: string;
      readonly says: readonly string[];
      readonly events: readonly {
        readonly of?: readonly string[];
        readonly stack?: "yes";
        readonly status: string;
        readonly reason: string;
        readonly source: string;
      }[];
    }>>;
    readonly attempts: readonly {
      readonly for?: readonly string[];
      readonly unless?: readonly string[];
      readonly text: { readonly en: string; readonly ja: string };
      readonly reason: { readonly en: string; readonly ja: string };
    }[];
    readonly causes: readonly {
      readonly text: { readonly en: string; readonly ja: string };
      readonly reason: { readonly en: string; readonly ja: string };
    }[];
    readonly general: readonly {
      readonly ask: readonly ("create" | "update" | "delete" | "run")[];
      readonly text: { readonly en: string; readonly ja: string };
      readonly reason: { readonly en: string; readonly ja: string };
    }[];
  };
  export default read;
}

declare module "*/initialProjectFile.yaml" {
  const read: () => { readonly en: string; readonly ja: string };
  export default read;
}

declare module "*/instanceClasses.yaml" {
  export type Row = {
    readonly at: readonly string[];
    readonly pattern: string;
    readonly example: string;
    readonly says?: string;
  };
  const read: () => readonly Row[];
  export default read;
}

declare module "*/invokers.yaml" {
  export type Row = {
    readonly path: string;
    readonly service: string;
    readonly says?: string;
  };
  const read: () => Readonly<Record<string, Row>>;
  export default read;
}

declare module "*/japaneseWords.yaml" {
  const read: () => Readonly<Record<string, string | (readonly string[])>>;
  export default read;
}

declare module "*/keyUses.yaml" {
  export type Row = {
    readonly path: string;
    readonly via?: Readonly<Record<string, string>>;
    readonly service: string;
    readonly actions?: readonly string[];
    readonly says: string;
  };
  const read: () => Readonly<Record<string, readonly Row[]>>;
  export default read;
}

declare module "*/lambdaRuntimes.yaml" {
  export type Row = {
    readonly deprecation?: string;
    readonly blockCreate?: string;
    readonly blockUpdate?: string;
    readonly successor?: string;
  };
  const read: () => Readonly<Record<string, Row>>;
  export default read;
}

declare module "*/limits.yaml" {
  const read: () => Readonly<Record<"templateBody" | "templateBodyInS3" | "description" | "resources" | "parameters" | "mappings" | "mappingAttributes" | "outputs" | "parameterName" | "parameterValue" | "parameterDescription" | "logicalId" | "mappingName" | "outputName" | "exportName" | "userData", number>>;
  export default read;
}

declare module "*/linkedNeeds.yaml" {
  export type Row = {
    readonly path: string;
    readonly where?: string;
    readonly whereIs?: string;
    readonly via?: Readonly<Record<string, string>>;
    readonly names: string;
    readonly property?: string;
    readonly is?: readonly string[];
    readonly isNot?: readonly string[];
    readonly begins?: string;
    readonly unless?: string;
    readonly without?: readonly string[];
    readonly isOptional?: true;
    readonly isSure?: true;
    readonly isOwn?: true;
    readonly includes?: string;
    readonly prefix?: string;
    readonly isAtLeast?: string;
    readonly says?: string;
  };
  const read: () => Readonly<Record<string, readonly Row[]>>;
  export default read;
}

declare module "*/localNames.yaml" {
  export type Row = {
    readonly at: readonly string[];
    readonly names: readonly string[];
    readonly of?: string;
    readonly once?: true;
  };
  const read: () => Readonly<Record<string, readonly Row[]>>;
  export default read;
}

declare module "*/managedPolicies.yaml" {
  const read: () => Readonly<Record<string, string>>;
  export default read;
}

declare module "*/networkPlaces.yaml" {
  export type Row = {
    readonly subnets: string;
    readonly groups?: string;
    readonly vpc?: string;
    readonly isDefaultUnless?: readonly string[];
    readonly zones?: "different" | "two";
    readonly once?: string;
    readonly says?: string;
    readonly isRegional?: true;
    readonly zonesSay?: string;
    readonly groupsSay?: string;
  };
  const read: () => Readonly<Record<string, readonly Row[]>>;
  export default read;
}

declare module "*/onePlaces.yaml" {
  export type Row = {
    readonly by: readonly string[];
    readonly as?: string;
    readonly where?: string;
    readonly isDomain?: true;
    readonly inSteps?: true;
    readonly says: string;
  };
  const read: () => Readonly<Record<string, readonly Row[]>>;
  export default read;
}

declare module "*/otherCodes.yaml" {
  const read: () => {
    readonly beside: Readonly<Record<string, {
      readonly title: { readonly en: string; readonly ja: string };
      readonly severity: "error" | "warning" | "info" | "hint";
      readonly cfnLint?: readonly string[];
    }>>;
    readonly notes: Readonly<Record<"unknown-place" | "dead-link" | "unwritten-note" | "repeated-term" | "undeclared-name" | "overtaken" | "note-contradicts-template", {
      readonly title: { readonly en: string; readonly ja: string };
      readonly severity: "error" | "warning" | "info" | "hint";
      readonly text: { readonly en: string; readonly ja: string };
    }>>;
  };
  export default read;
}

declare module "*/overtaken.yaml" {
  export type Row = {
    readonly topic?: string;
    readonly ends?: string;
    readonly of?: readonly string[];
    readonly asLimit?: readonly string[];
    readonly says: readonly (readonly string[])[];
    readonly knows?: readonly string[];
    readonly now: { readonly en: string; readonly ja: string };
    readonly since?: string;
    readonly source: string;
  };
  const read: () => Readonly<Record<string, Row>>;
  export default read;
}

declare module "*/parameterTypes.yaml" {
  const read: () => {
    readonly ofAccount: readonly {
      readonly name: string;
      readonly en: string;
      readonly ja: string;
      readonly single?: true;
    }[];
    readonly types: readonly {
      readonly name: string;
      readonly en: string;
      readonly ja: string;
      readonly list?: true;
    }[];
  };
  export default read;
}

declare module "*/physicalNames.yaml" {
  const read: () => Readonly<Record<string, string>>;
  export default read;
}

declare module "*/pipelineActions.yaml" {
  export type Row = {
    readonly InputArtifacts: readonly [from: number, to: number];
    readonly OutputArtifacts: readonly [from: number, to: number];
  };
  const read: () => Readonly<Record<string, Row>>;
  export default read;
}

declare module "*/policyProperties.yaml" {
  const read: () => readonly string[];
  export default read;
}

declare module "*/policySizes.yaml" {
  export type Row = {
    readonly most: number;
    readonly says: string;
    readonly trust?: {
      readonly most: number;
      readonly says: string;
    };
  };
  const read: () => Readonly<Record<string, Row>>;
  export default read;
}

declare module "*/propertyPlaces.yaml" {
  const read: () => Readonly<Record<"packaged" | "managedPolicies" | "instanceProfiles" | "destinations" | "groups" | "allowed" | "engineParameters" | "numbers" | "iamNames" | "subnets" | "launchedGroups" | "files", Readonly<Record<string, readonly string[]>>>>;
  export default read;
}

declare module "*/propertySets.yaml" {
  export type Row = {
    readonly at: readonly string[];
    readonly exactlyOne?: readonly (readonly string[])[];
    readonly atLeastOne?: readonly (readonly string[])[];
    readonly excludes?: Readonly<Record<string, readonly string[]>>;
    readonly requires?: Readonly<Record<string, readonly string[]>>;
    readonly says?: Readonly<Record<string, string>>;
  };
  const read: () => readonly Row[];
  export default read;
}

declare module "*/pseudoParameters.yaml" {
  export type Row = {
    readonly en: string;
    readonly ja: string;
    readonly example?: string;
  };
  const read: () => Readonly<Record<string, Row>>;
  export default read;
}

declare module "*/refTargets.yaml" {
  const read: () => {
    readonly kinds: readonly string[];
    readonly ec2: Readonly<Record<string, string>>;
    readonly apis: Readonly<Record<string, {
      readonly kind: string;
      readonly says: string;
    }>>;
    readonly others: Readonly<Record<string, {
      readonly kind: string;
      readonly says?: string;
    }>>;
  };
  export default read;
}

declare module "*/removedPolicies.yaml" {
  const read: () => Readonly<Record<string, string>>;
  export default read;
}

declare module "*/resourceLinks.yaml" {
  const read: () => {
    readonly invokers: Readonly<Record<string, string>>;
    readonly notAtEdge: readonly {
      readonly path: string;
      readonly value?: string;
      readonly says: string;
    }[];
    readonly edgeLimits: readonly {
      readonly property: string;
      readonly viewer: number;
      readonly origin: number;
      readonly says: string;
    }[];
    readonly endpoints: Readonly<Record<string, readonly string[]>>;
    readonly targetProtocols: Readonly<Record<string, readonly string[]>>;
    readonly noTargets: Readonly<Record<string, string>>;
    readonly noActions: Readonly<Record<string, string>>;
    readonly associations: Readonly<Record<string, {
      readonly property: string;
      readonly most: number;
      readonly for?: string;
    }>>;
  };
  export default read;
}

declare module "*/resourcePolicies.yaml" {
  const read: () => {
    readonly CreationPolicy: Readonly<Record<string, readonly string[]>>;
    readonly UpdatePolicy: Readonly<Record<string, readonly string[]>>;
    readonly Snapshot: readonly string[];
  };
  export default read;
}

declare module "*/resourceTypes.yaml" {
  const read: () => Readonly<Record<"roleTargets" | "named" | "exportedByArn" | "permissions" | "unlisted" | "stateful", readonly string[]>>;
  export default read;
}

declare module "*/rolePermissions.yaml" {
  const read: () => {
    readonly policies: Readonly<Record<string, readonly string[]>>;
    readonly needs: Readonly<Record<string, readonly {
      readonly role: string;
      readonly where: {
        readonly path: string;
        readonly is?: readonly string[];
        readonly has?: string;
        readonly names?: string;
      };
      readonly only?: Readonly<Record<string, readonly string[]>>;
      readonly unless?: string;
      readonly actions: readonly string[];
      readonly policy?: string;
      readonly isLater?: true;
      readonly starts?: string;
      readonly says: string;
    }[]>>;
  };
  export default read;
}

declare module "*/roleUses.yaml" {
  export type Row = {
    readonly property: string;
    readonly service: string;
    readonly older?: string;
    readonly says?: string;
  };
  const read: () => Readonly<Record<string, readonly Row[]>>;
  export default read;
}

declare module "*/samAccepted.yaml" {
  const read: () => {
    readonly mapping: {
      readonly events: readonly string[];
      readonly properties: readonly string[];
    };
    readonly events: Readonly<Record<string, readonly string[]>>;
  };
  export default read;
}

declare module "*/samConnectors.yaml" {
  const read: () => Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  export default read;
}

declare module "*/samEventResources.yaml" {
  const read: () => Readonly<Record<string, string>>;
  export default read;
}

declare module "*/samKinds.yaml" {
  export type Row = {
    readonly page: string;
    readonly en: string;
    readonly ja: string;
    readonly becomes?: string;
    readonly makes?: string;
    readonly takes?: "any";
    readonly parts?: readonly string[];
    readonly globals?: readonly string[];
  };
  const read: () => Readonly<Record<string, Row>>;
  export default read;
}

declare module "*/samPolicyTemplates.yaml" {
  const read: () => Readonly<Record<string, readonly string[]>>;
  export default read;
}

declare module "*/samValueKinds.yaml" {
  const read: () => {
    readonly resources: Readonly<Record<string, {
      readonly string?: readonly string[];
      readonly integer?: readonly string[];
      readonly boolean?: readonly string[];
    }>>;
    readonly events: Readonly<Record<string, {
      readonly string?: readonly string[];
      readonly integer?: readonly string[];
      readonly boolean?: readonly string[];
    }>>;
    readonly mapping: {
      readonly string?: readonly string[];
      readonly integer?: readonly string[];
      readonly boolean?: readonly string[];
    };
  };
  export default read;
}

declare module "*/schemaAnswers.yaml" {
  const read: () => {
    readonly says: Readonly<Record<string, string>>;
    readonly ofServices: {
      readonly says: Readonly<Record<string, string>>;
      readonly services: readonly string[];
      readonly properties: Readonly<Record<string, string>>;
    };
    readonly ofSam: Readonly<Record<string, string>>;
  };
  export default read;
}

declare module "*/searchSynonyms.yaml" {
  const read: () => readonly (readonly string[])[];
  export default read;
}

declare module "*/secretProperties.yaml" {
  const read: () => readonly string[];
  export default read;
}

declare module "*/serviceNames.yaml" {
  export type Row = {
    readonly names: readonly string[];
    readonly namespaces: readonly string[];
    readonly types: readonly string[];
  };
  const read: () => readonly Row[];
  export default read;
}

declare module "*/stateMachines.yaml" {
  const read: () => {
    readonly types: Readonly<Record<string, readonly string[]>>;
    readonly fields: Readonly<Record<string, readonly string[]>>;
    readonly oneOf: readonly (readonly string[])[];
    readonly least: Readonly<Record<string, number>>;
    readonly ofLanguage: Readonly<Record<string, readonly string[]>>;
    readonly noSync: readonly string[];
    readonly noToken: readonly string[];
    readonly intrinsics: readonly string[];
    readonly taskNeeds: Readonly<Record<string, readonly string[]>>;
  };
  export default read;
}

declare module "*/syntaxTexts.yaml" {
  const read: () => Readonly<Record<"aliases-too-large" | "bad-alias" | "bad-anchor" | "bad-block-header" | "bad-directive" | "bad-escape" | "bad-indentation" | "bad-tag" | "block-in-brackets" | "bracket-closes-none" | "bracket-or-indentation" | "colon-forgotten" | "colon-missing" | "comma-missing" | "comma-without-value" | "indented-too-far" | "item-missing" | "json-value" | "key-not-text" | "key-too-long" | "list-as-key" | "merge-conflict" | "needs-quotes" | "not-a-key" | "not-key-and-value" | "other-language" | "second-colon" | "separator-missing" | "several-documents" | "sign-missing" | "space-missing" | "stray-line" | "tabs" | "text-behind-end" | "too-deep" | "trailing-comma" | "two-functions" | "unclosed-bracket" | "unclosed-quote" | "unknown-anchor" | "unquoted-dynamic-reference" | "unreadable" | "value-ended" | "value-missing", { readonly en: string; readonly ja: string }>>;
  export default read;
}

declare module "*/topics/all.yaml" {
  export type Row = {
    readonly below?: string;
    readonly names: readonly string[];
    readonly under?: readonly string[];
    readonly alone?: "in-any-notes" | "in-template-notes" | "explained";
    readonly fullNames?: readonly string[];
    readonly scope?: "service" | "around";
    readonly places: readonly string[];
    readonly marked?: readonly string[];
  };
  const read: () => {
    readonly noted: Readonly<Record<string, () => Readonly<Record<string, Row>>>>;
    readonly named: Readonly<Record<string, () => Readonly<Record<string, Row>>>>;
  };
  export default read;
}

declare module "*/topics/groups.yaml" {
  const read: () => Readonly<Record<string, readonly string[]>>;
  export default read;
}

declare module "*/typeRegions.yaml" {
  const read: () => {
    readonly read: string;
    readonly regions: readonly string[];
    readonly types: Readonly<Record<string, string>>;
  };
  export default read;
}

declare module "*/types/all.yaml" {
  const read: () => Readonly<Record<string, () => Readonly<Record<string, unknown>>>>;
  export default read;
}

declare module "*/uniqueItems.yaml" {
  const read: () => {
    readonly names: readonly string[];
    readonly keys: Readonly<Record<string, readonly {
      readonly key: string;
      readonly only?: readonly string[];
      readonly says?: string;
    }[]>>;
  };
  export default read;
}

declare module "*/valueFormats.yaml" {
  export type Row = {
    readonly at: readonly string[];
    readonly pattern: string;
    readonly anyCase?: true;
    readonly severity?: "warning";
    readonly mend?: Readonly<Record<string, string>>;
    readonly name: { readonly en: string; readonly ja: string };
    readonly example: string;
    readonly says?: string | Readonly<Record<string, string>>;
    readonly source?: string;
  };
  const read: () => readonly Row[];
  export default read;
}

declare module "*/valueSets/all.yaml" {
  export type Row = {
    readonly at: readonly string[];
    readonly sets: readonly {
      readonly when: Readonly<Record<string, ("set" | "none") | string>>;
      readonly unless?: readonly string[];
      readonly forbids?: readonly string[];
      readonly ignores?: readonly string[];
      readonly needs?: readonly string[];
      readonly takes?: Readonly<Record<string, readonly string[]>>;
      readonly refuses?: Readonly<Record<string, string>>;
      readonly begins?: Readonly<Record<string, string>>;
      readonly greater?: Readonly<Record<string, string>>;
      readonly after?: Readonly<Record<string, string>>;
      readonly among?: Readonly<Record<string, string>>;
      readonly has?: Readonly<Record<string, readonly [key: string, value: string]>>;
      readonly steps?: Readonly<Record<string, readonly [from: string, to: string]>>;
      readonly rising?: Readonly<Record<string, readonly [kind: string, number: string, from: string, to: string, more: number]>>;
      readonly notBelow?: Readonly<Record<string, string | (readonly [other: string, more: number])>>;
      readonly count?: Readonly<Record<string, number>>;
      readonly items?: Readonly<Record<string, readonly [from: number, to: number]>>;
      readonly sized?: Readonly<Record<string, readonly [number: string, how: "most" | "exactly"]>>;
      readonly switches?: Readonly<Record<string, readonly [key: string, count: number]>>;
      readonly differs?: Readonly<Record<string, string>>;
      readonly above?: Readonly<Record<string, string>>;
      readonly keys?: Readonly<Record<string, string>>;
      readonly matches?: Readonly<Record<string, string>>;
      readonly product?: Readonly<Record<string, readonly [other: string, most: number]>>;
      readonly multiple?: Readonly<Record<string, string>>;
      readonly ratio?: Readonly<Record<string, readonly [other: string, most: number, otherwise?: number]>>;
      readonly severity?: "warning";
      readonly between?: Readonly<Record<string, readonly [from: number, to: number]>>;
      readonly apart?: Readonly<Record<string, string>>;
      readonly lasts?: Readonly<Record<string, number>>;
      readonly says?: string;
      readonly way?: { readonly en: string; readonly ja: string };
    }[];
  };
  const read: () => Readonly<Record<string, () => readonly (Omit<Row, "sets"> & { readonly sets: string })[]>>;
  export default read;
}

declare module "*/virginiaOnly.yaml" {
  export type Row = {
    readonly path: string;
    readonly names?: string;
    readonly is?: string;
    readonly says: string;
  };
  const read: () => Readonly<Record<string, Row>>;
  export default read;
}
