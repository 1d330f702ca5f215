import { readingsOf, singular, wordsKey } from "../words/canonical.ts";

/** A type or property that a name may mean. */
export interface Named {
  readonly name: string;
  /** Whether the name is complete; else a word such as `Configuration` was left out. */
  readonly exact: boolean;
}

/** The names of types and properties in the forms that people use. */
export class CatalogueNames {
  readonly #typeNames: readonly string[];
  readonly #propertyNames: () => readonly string[];
  #types: ReadonlyMap<string, readonly Named[]> | undefined;
  #properties: ReadonlyMap<string, readonly Named[]> | undefined;

  /** @param propertyNames of all types, in lower case; called once */
  constructor(typeNames: readonly string[], propertyNames: () => readonly string[]) {
    this.#typeNames = typeNames;
    this.#propertyNames = propertyNames;
  }

  /** The types whose last part has the key: `lifecyclehook` → `AWS::AutoScaling::LifecycleHook`. */
  types(key: string): readonly Named[] {
    this.#types ??= typesByKey(this.#typeNames);
    return this.#types.get(key) ?? [];
  }

  /** The properties with the key, in lower case: `versioning` → `versioningconfiguration`. */
  properties(key: string): readonly Named[] {
    this.#properties ??= propertiesByKey(this.#propertyNames());
    return this.#properties.get(key) ?? [];
  }
}

/** Words at the end of types that people leave out: `VPCPeeringConnection`. */
const TYPE_TAIL = new Set(["connection", "configuration", "config", "resource", "definition"]);
/** Words at the end of properties that people leave out, longest first. */
const PROPERTY_TAIL =
  /(?:configurations?|config|specification|settings?|options?|enabled|policy|attributes?|identifiers?|(?:in)?(?:seconds|minutes|hours|days)|arns?|ids?|list)$/;
const MIN_LENGTH = 3;

function typesByKey(typeNames: readonly string[]): Map<string, Named[]> {
  const byKey = new Map<string, Named[]>();
  for (const name of typeNames) {
    const [, namespace = "", tail = ""] = name.split("::");
    const [words = []] = readingsOf(tail);
    addNamed(byKey, wordsKey(words), { name, exact: true });
    if (words.length > 1 && TYPE_TAIL.has(words.at(-1) ?? ""))
      addNamed(byKey, wordsKey(words.slice(0, -1)), { name, exact: false });
    // `CloudFrontOriginAccessIdentity` of CloudFront, `AutoScalingGroup` of Auto Scaling.
    const own = words.findIndex((_, index) => words.slice(0, index).join("") === namespace.toLowerCase());
    if (own > 0) addNamed(byKey, wordsKey(words.slice(own)), { name, exact: words.length - own > 1 });
  }
  return byKey;
}

function propertiesByKey(names: readonly string[]): Map<string, Named[]> {
  const byKey = new Map<string, Named[]>();
  for (const name of names) {
    addNamed(byKey, singular(name), { name, exact: true });
    const short = name.replace(PROPERTY_TAIL, "").replace(/^enable(?=[a-z]{4})/, "");
    if (short !== name && short.length >= MIN_LENGTH) addNamed(byKey, singular(short), { name, exact: false });
  }
  return byKey;
}

function addNamed(byKey: Map<string, Named[]>, key: string, named: Named): void {
  const known = byKey.get(key);
  if (known === undefined) byKey.set(key, [named]);
  else known.push(named);
}
