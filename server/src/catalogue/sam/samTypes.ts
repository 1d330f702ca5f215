import { lazy } from "../../text/lazy.ts";
import { ANY, withChanges } from "../types/build.ts";
import type { Attribute, ResourceType } from "../types/catalogue.ts";
import type { Scope } from "../types/handedOn.ts";
import { pageUrl } from "../types/links.ts";
import type { OwnTypes } from "../types/ownTypes.ts";
import { SAM_KINDS, SAM_PREFIX } from "./samKinds.ts";

export const SAM_TRANSFORM = "AWS::Serverless-2016-10-31";

/** A SAM type; `undefined` for other names. */
export function samType(name: string, scope: Scope, own: OwnTypes): ResourceType | undefined {
  const short = name.replace(SAM_PREFIX, "");
  const kind = SAM_KINDS.get(short);
  if (kind === undefined) return undefined;
  const { en, ja, becomes, page } = kind;
  const url = pageUrl(`sam:${page}`);
  const underlying = lazy(() => (becomes === undefined ? undefined : scope(becomes)));
  // For some only the name and the resulting type are known: any property is allowed.
  const isOpen = kind.takes === "any";
  const properties = lazy(() => {
    const anchor = (property: string): string => pageUrl(`sam:${page}#sam-${short.toLowerCase()}-${property}`);
    const all = isOpen
      ? [...(underlying()?.properties.properties.values() ?? [])].map((one) => withChanges(one, { required: false }))
      : own
          .properties(name)
          .map((one) => (one.url === undefined ? withChanges(one, { url: anchor(one.name.toLowerCase()) }) : one));
    return new Map(all.map((one) => [one.name, one]));
  });
  return {
    name,
    url,
    documentation: undefined,
    text: { en, ja },
    transform: SAM_TRANSFORM,
    properties: {
      name,
      url,
      documentation: undefined,
      text: { en, ja },
      additional: isOpen ? ANY : undefined,
      get properties() {
        return properties();
      },
    },
    get attributes(): ReadonlyMap<string, Attribute> {
      return underlying()?.attributes ?? new Map();
    },
    get ref() {
      return underlying()?.ref;
    },
  };
}
