import type { NotePlace } from "../reading/note.ts";
import { isWholeNamespace, principalTypes, type Service } from "../words/services.ts";

/**
 * The places that a note on a whole service shows at: the types that stand for it and, less closely, all types of its
 * own.
 */
export function servicePlaces(service: Service): readonly NotePlace[] {
  const types: NotePlace[] = principalTypes(service).map((type) => ({ kind: "type", type }));
  if (!isWholeNamespace(service)) return types;
  return [
    ...types,
    ...service.namespaces.map((namespace): NotePlace => ({ kind: "type", type: `AWS::${namespace}::*` })),
  ];
}
