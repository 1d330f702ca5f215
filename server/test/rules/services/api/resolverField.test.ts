import { checkRows } from "../../checkRule.ts";

const api = (
  field: string,
  schema = 'type Query { getOrder(id: ID! = "{"): Order @a(b: [{c: d}]) }',
  type = "Query",
): string =>
  `Resources:
  S:
    Type: AWS::AppSync::GraphQLSchema
    Properties:
      ApiId: !GetAtt A.ApiId
      Definition: |
        # type Query { no: Int }
        ${schema}
  R:
    Type: AWS::AppSync::Resolver
    Properties: {ApiId: !GetAtt A.ApiId, TypeName: ${type}, FieldName: ${field}}
`;

describe("fields of AppSync's resolvers", () => {
  checkRows([
    [
      "resolver-field",
      "of no field",
      api("«getOrders»"),
      /No field named getOrders found on type Query.*mean getOrder/,
    ],
    ["resolver-field", "of a comment", api("«no»"), /No field named no/],
    ["resolver-field", "of an argument", api("«id»"), /No field named id/],
    ["resolver-field", "of no type", api("getOrder", undefined, "«Mutation»"), /Type Mutation not found/],
    ["resolver-field", "of its schema", api("getOrder")],
    [
      "resolver-field",
      "of what extends it",
      api("more", "type Query { a: Int }\n        extend type Query { more: Int }"),
    ],
    ["resolver-field", "of what is filled in", api("more", "type Query { a: Int ${More} }")],
    ["resolver-field", "of another API", api("more").replace("ApiId: !GetAtt A.ApiId, T", "ApiId: b, T")],
  ]);
});
