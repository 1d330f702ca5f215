import schemaAnswers from "../../../data/schemaAnswers.yaml";
import type { Localised } from "../../text/localised.ts";

/** AWS's answer, in brackets for the end of a sentence; nothing if that is not known. */
export function answer(says: string | undefined): Localised {
  return says === undefined ? NOTHING : { en: ` (“${says}”)`, ja: `（「${says}」）` };
}

const NOTHING: Localised = { en: "", ja: "" };

/** A keyword of a schema that a value misses, with the values of its message. */
export interface SchemaMiss {
  readonly keyword: string;
  readonly name?: string;
  readonly limit?: number;
  readonly given?: number | string;
  /** The property's name. */
  readonly at?: string;
}

const { says, ofServices, ofSam } = schemaAnswers();

/**
 * The answer to a value that its type does not take: CloudFormation's if the schema says so, else the service's.
 * @param type a resource type's name
 */
export function schemaAnswer(
  { keyword, name = "", limit, given, at }: SchemaMiss,
  place: { readonly bySchema?: boolean; readonly name?: string } | undefined,
  type?: string,
): Localised {
  const own = ofServices.properties[`${type}.${at ?? place?.name}`];
  if (place?.bySchema !== true && own !== undefined) return answer(own);
  if (place?.bySchema === undefined) return NOTHING;
  const isOfService = !place.bySchema && ofServices.services.includes(type?.split("::", 2)[1] ?? "");
  const told = place.bySchema ? says : isOfService ? ofServices.says : undefined;
  return answer(
    told?.[keyword]
      ?.replace("${name}", () => name)
      .replace("${limit}", String(limit))
      .replace("${given}", String(given)),
  );
}

/**
 * SAM's answer to what it finds itself; nothing for deeper values, which it hands on.
 * @param what one of `ofSam`
 */
export function samAnswer(what: string | undefined, name: string): Localised {
  return answer(what === undefined ? undefined : ofSam[what]?.replace("${name}", () => name));
}
