import serviceNames from "../../../data/serviceNames.yaml";
import { memoBy, memoByText } from "../../text/memoBy.ts";
import { wordsKey } from "./canonical.ts";
import { nameKeys } from "./nameKeys.ts";

/** A service by the names that people use. */
export interface Service {
  readonly names: readonly string[];
  /** The middle part of its resource types. */
  readonly namespaces: readonly string[];
  /** The types that stand for it: a note on S3 is one on the bucket. Short names, or with their namespace. */
  readonly types: readonly string[];
}

/** `serviceNames.yaml`, in its order. */
const SERVICES = serviceNames() as readonly Service[];

/** Abbreviations that are words in lower case. */
const IN_CAPITALS = ["RAM", "DAX", "SAM", "EB", "DX", "SSO", "DLM", "FIS"];

/** Namespaces that are everyday words: as a name they need `AWS` or `Amazon` before them, and no text mentions them. */
const EVERYDAY = new Set(
  "backup batch billing cases config connect deadline detective events evidently forecast glue interconnect invoicing lex location logs notifications organizations personalize pi pipes scheduler serverless shield signer transfer translate wisdom".split(
    " ",
  ),
);

/** Finds services in notes, by AWS's names, abbreviations and the names in `typeNames`. */
export class Services {
  private readonly byKey = new Map<string, Service>();
  private readonly pattern: RegExp;
  private readonly capitals: RegExp;

  constructor(typeNames: readonly string[]) {
    const sources: string[] = [];
    const namespaces = new Map<string, string[]>();
    for (const type of typeNames) {
      const [owner, namespace, tail] = type.split("::");
      if (owner !== "AWS" || namespace === undefined || tail === undefined) continue;
      namespaces.set(namespace, [...(namespaces.get(namespace) ?? []), tail]);
    }
    for (const one of SERVICES) {
      for (const name of one.names) {
        for (const key of nameKeys(name)) if (!this.byKey.has(key)) this.byKey.set(key, one);
        if (!IN_CAPITALS.includes(name) && !EVERYDAY.has(name.toLowerCase())) sources.push(patternOf(name));
      }
    }
    for (const namespace of new Set(SERVICES.flatMap((one) => one.namespaces)))
      if (!EVERYDAY.has(namespace.toLowerCase())) sources.push(patternOf(namespace));
    for (const [namespace, tails] of namespaces) {
      const known = SERVICES.find((one) => one.namespaces[0] === namespace);
      const one = known ?? { names: [namespace], namespaces: [namespace], types: tails.length <= 3 ? tails : [] };
      const name = EVERYDAY.has(namespace.toLowerCase()) ? `AWS ${namespace}` : namespace;
      for (const key of nameKeys(name)) if (!this.byKey.has(key)) this.byKey.set(key, one);
    }
    sources.sort((left, right) => right.length - left.length);
    this.pattern = new RegExp(`(?<![a-z0-9])(?:${sources.join("|")})(?![a-z0-9])`, "g");
    this.capitals = new RegExp(`(?<![A-Za-z0-9])(?:${IN_CAPITALS.join("|")})(?![A-Za-z0-9])`, "g");
  }

  /** The service that a name, as a key, stands for; `undefined` if it names none. */
  named(key: string): Service | undefined {
    return this.byKey.get(key);
  }

  /** The service that words begin with, and how many words its name has; the longest name counts. */
  leading(words: readonly string[]): { readonly service: Service; readonly length: number } | undefined {
    for (let length = Math.min(words.length, MAX_NAME); length > 0; length--) {
      const found = this.byKey.get(wordsKey(words.slice(0, length)));
      if (found) return { service: found, length };
    }
    return undefined;
  }

  /** The namespaces of all services that a text mentions. */
  mentioned(text: string): ReadonlySet<string> {
    return new Set([...this.servicesIn(text)].flatMap(({ namespaces }) => namespaces));
  }

  /** Whether a text mentions so many services that it is on none of them. */
  isOnMany(text: string): boolean {
    return new Set([...this.servicesIn(text)].map(({ namespaces: [first] }) => first)).size > MAX_SERVICES;
  }

  private servicesIn(text: string): ReadonlySet<Service> {
    const plain = text.normalize("NFKC");
    const found = [...(plain.toLowerCase().match(this.pattern) ?? []), ...(plain.match(this.capitals) ?? [])];
    return new Set(found.flatMap((name) => nameKeys(name).flatMap((key) => this.byKey.get(key) ?? [])));
  }
}

/** A text that mentions so few services is on them. */
const MAX_SERVICES = 2;
/** Words of the longest name. */
const MAX_NAME = 6;

/** The types that stand for a service, in full. */
export function principalTypes({ namespaces: [first = ""], types }: Service): readonly string[] {
  return types.map((type) => `AWS::${type.includes("::") ? type : `${first}::${type}`}`);
}

/** Whether a type is the first in its namespace of those that stand for a service: the instance of RDS, not its cluster. */
export function isFirstOfService(type: string): boolean {
  return FIRST_TYPES.has(type);
}

const FIRST_TYPES: ReadonlySet<string> = new Set(
  SERVICES.flatMap((one) => {
    const types = principalTypes(one);
    const namespaces = types.map((type) => type.split("::")[1]);
    return types.filter((_, index) => namespaces.indexOf(namespaces[index]) === index);
  }),
);

/** Whether a service is all of its namespaces, and these are about it alone: EC2's hold networks and disks, too. */
export function isWholeNamespace(service: Service): boolean {
  const [first = ""] = service.namespaces;
  return first !== "EC2" && service.types.length > 0 && SERVICES.find((one) => one.namespaces[0] === first) === service;
}

/** The types that stand for any service of these namespaces. */
export const principalTypesIn: (namespaces: ReadonlySet<string>) => readonly string[] = memoBy((namespaces) => {
  const found = SERVICES.filter(({ namespaces: [first = ""] }) => namespaces.has(first));
  return [...new Set(found.flatMap(principalTypes))];
});

/** The names of the services of a namespace. */
export const namesOfService: (namespace: string) => readonly string[] = memoByText(
  (namespace) => SERVICES.filter(({ namespaces }) => namespaces.includes(namespace)).flatMap(({ names }) => names),
  500,
);

function patternOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/([a-z])(?=\d)/g, "$1 ")
    .split(/[ー]?\s|ー/)
    .map((part) => part.replace(/[^\p{L}\p{N}]/gu, "\\$&"))
    .join("[ー\\s_-]*");
}
