import { list, object, objectType, oneOf, property, STRING, union } from "../types/build.ts";
import type { ObjectType, Property } from "../types/catalogue.ts";
import { samUrl } from "./scope.ts";

// Source: the SAM developer guide's pages on resources and properties.

export const REFERENCE: ObjectType = objectType(
  "ResourceReference",
  samUrl("sam-property-connector-resourcereference"),
  [
    property("Id", STRING, "The logical ID of a resource of this template.", "このテンプレートのリソースの論理ID。"),
    property("Type", STRING, "Its type, if there is no ID.", "リソースタイプ（Idを使わない場合）。"),
    property("Arn", STRING, "Its ARN.", "ARN。"),
    property("Name", STRING, "Its name.", "名前。"),
    property("Qualifier", STRING, "A part of it, such as an API's path.", "対象の一部（APIのパスなど）。"),
    property("QueueUrl", STRING, "The queue's URL.", "キューのURL。"),
    property("ResourceId", STRING, "Its id.", "ID。"),
    property("RoleName", STRING, "The name of its role.", "ロール名。"),
  ],
);

export const PERMISSIONS: Property = property(
  "Permissions",
  list(oneOf("Read", "Write")),
  "What the source may do.",
  "接続元に許可する操作。",
  { required: true },
);

export const DESTINATION: Property = property(
  "Destination",
  union(object(REFERENCE), list(object(REFERENCE))),
  "The resource that is used.",
  "接続先のリソース。",
  { required: true },
);

/** A connector written inside of its source. */
export const EMBEDDED_CONNECTOR: ObjectType = objectType("Connector", samUrl("sam-resource-connector"), [
  property(
    "Properties",
    object(
      objectType("Properties", samUrl("sam-resource-connector"), [
        property(
          "SourceReference",
          object(
            objectType("SourceReference", samUrl("sam-property-connector-sourcereference"), [
              property("Qualifier", STRING, "A part of the source.", "接続元の一部。"),
            ]),
          ),
          "A part of the source.",
          "接続元の一部。",
        ),
        DESTINATION,
        PERMISSIONS,
      ]),
    ),
    "The connector.",
    "コネクタの内容。",
    { required: true },
  ),
]);
