import { CUSTOM_RESOURCE } from "../../../catalogue/language/resourceBody.ts";
import type { ResourceType } from "../../../catalogue/types/catalogue.ts";
import type { ObjectSite } from "./valueSites.ts";

/** Whether a map may have no other keys than those that are known. */
export function isClosed({ object, isOpen, path }: ObjectSite, type: ResourceType | undefined): boolean {
  if (object.additional !== undefined || isOpen) return false;
  // SAM ignores other keys of its resources; a custom resource takes whatever its function understands.
  if (type?.transform !== undefined && path[0] !== "Properties") return false;
  return path[0] !== "Properties" || type?.name !== CUSTOM_RESOURCE;
}
