import { lazy } from "../../text/lazy.ts";
import { object, objectType, property, withChanges } from "../types/build.ts";
import type { ObjectType, Property, ResourceType } from "../types/catalogue.ts";
import { pageUrl } from "../types/links.ts";
import { SAM_KINDS, SAM_PREFIX } from "./samKinds.ts";

const URL = pageUrl("sam:sam-specification-template-anatomy-globals");

/** The `Globals` section: nothing in it is required. */
export function samGlobals(typeOf: (name: string) => ResourceType | undefined): ObjectType {
  const kinds = [...SAM_KINDS].flatMap(([kind, { globals }]): Property[] =>
    globals === undefined
      ? []
      : [
          property(
            kind,
            object(lazy(() => kindObject(kind, globals, typeOf(`${SAM_PREFIX}${kind}`)))),
            `What all resources of type AWS::Serverless::${kind} share.`,
            `すべてのAWS::Serverless::${kind}に共通の設定。`,
          ),
        ],
  );
  return objectType("Globals", URL, kinds);
}

function kindObject(kind: string, names: readonly string[], type: ResourceType | undefined): ObjectType {
  const properties = names.flatMap((name): Property[] => {
    const known = type?.properties.properties.get(name);
    return known ? [withChanges(known, { required: false })] : [];
  });
  return objectType(kind, URL, properties);
}
