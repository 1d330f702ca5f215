import { checkRows } from "../checkRule.ts";

const CODE = "already-exists";

const two = (type: string, one: string, other: string, attributes = ""): string => `Parameters:
  P: {Type: String}
Conditions:
  A: !Equals [!Ref P, a]
  B: !Equals [!Ref P, b]
Resources:
  One:
    Type: AWS::${type}
${attributes.replace("?", "A")}    Properties: {${one}}
  Two:
    Type: AWS::${type}
${attributes.replace("?", "B")}    Properties: {${other}}
`;
const rule = (priority: string, key = "Priority"): string => `ListenerArn: !Ref L, ${key}: ${priority}`;
const LISTENER_RULE = "ElasticLoadBalancingV2::ListenerRule";

const PARTS = "Resources:\n  Api: {Type: AWS::ApiGateway::RestApi, Properties: {Name: x}}\n";
const part = (name: string, parent: string, path: string, attributes = ""): string =>
  `  ${name}: {Type: AWS::ApiGateway::Resource, ${attributes}Properties: {RestApiId: !Ref Api, ParentId: ${parent}, PathPart: ${path}}}\n`;
const ROOT = "!GetAtt Api.RootResourceId";

const described = (path: string, parts: string): string => `Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Body: {openapi: 3.0.1, info: {title: a, version: "1"}, paths: {${path}: {get: {}}}}
${parts}`;

describe(CODE, () => {
  checkRows([
    [
      CODE,
      "a resource that the API's definition has",
      described("/orders", part("Orders", ROOT, "«orders»") + part("Items", ROOT, "items")),
      /^The definition of Api makes this resource already, for \/orders \(“Another resource with the same parent/,
      "error",
    ],
    [
      CODE,
      "a resource above what the API's definition has",
      described(
        '"/v1/orders/{id}"',
        part("Order", "!Ref Orders", '"{id}"') +
          part("Orders", "!Ref First", "orders") +
          part("First", ROOT, "«v1»") +
          part("Other", "!Ref First", "items"),
      ),
    ],
    [CODE, "a resource below what the API's definition has", described("/orders", part("Orders", ROOT, "ordersold"))],
    [
      CODE,
      "one variable twice in a path",
      PARTS + part("A", ROOT, "'{id}'") + part("B", "!Ref A", "notes") + part("C", "!Ref B", "'«{id}»'"),
      /ancestor/,
    ],
    [CODE, "two variables of a path", PARTS + part("A", ROOT, "'{id}'") + part("B", "!Ref A", "'{noteId}'")],
    [
      CODE,
      "two variables in one place",
      PARTS + part("A", ROOT, "'{id}'") + part("B", ROOT, "'«{other}»'"),
      /variable path part/,
    ],
    [CODE, "a variable beside a word", PARTS + part("A", ROOT, "'{id}'") + part("B", ROOT, "me")],
    [
      CODE,
      "variables that conditions choose from",
      PARTS + part("A", ROOT, "'{id}'", "Condition: X, ") + part("B", ROOT, "'{other}'", "Condition: Y, "),
    ],
    [CODE, "two rules of one priority", two(LISTENER_RULE, rule("1"), rule("1", "«Priority»")), /One has the same/],
    [CODE, "rules of other priorities", two(LISTENER_RULE, rule("1"), rule("2"))],
    [CODE, "never both", two(LISTENER_RULE, rule("1"), rule("1"), "    Condition: ?\n")],
    [
      CODE,
      "two choices that both may be made",
      two(LISTENER_RULE, rule("1"), rule("1", "«Priority»"), "    Condition: ?\n")
        .replace("!Equals [!Ref P, b]", "!Equals [!Ref Q, b]")
        .replace("Conditions:", "  Q: {Type: String}\nConditions:"),
      undefined,
      "warning",
    ],
    [CODE, "by a condition", two(LISTENER_RULE, rule("!If [A, 1, 2]"), rule("!If [A, 2, 1]"))],
    [
      CODE,
      "two routes",
      two(
        "EC2::Route",
        "RouteTableId: !Ref R, DestinationCidrBlock: 0.0.0.0/0, GatewayId: a",
        "RouteTableId: !Ref R, «DestinationCidrBlock»: 0.0.0.0/0, NatGatewayId: b",
      ),
      /The route identified by/,
    ],
    [
      CODE,
      "routes of both kinds",
      two(
        "EC2::Route",
        "RouteTableId: !Ref R, DestinationCidrBlock: 0.0.0.0/0",
        "RouteTableId: !Ref R, DestinationIpv6CidrBlock: ::/0",
      ),
    ],
    [
      CODE,
      "entries of both directions",
      two(
        "EC2::NetworkAclEntry",
        "NetworkAclId: !Ref N, RuleNumber: 100",
        "NetworkAclId: !Ref N, RuleNumber: 100, Egress: true",
      ),
    ],
    [
      CODE,
      "entries of one direction, of which one says so",
      two(
        "EC2::NetworkAclEntry",
        "NetworkAclId: !Ref N, RuleNumber: 100",
        "NetworkAclId: !Ref N, «RuleNumber»: 100, Egress: false",
      ),
    ],
    [
      CODE,
      "weighted records",
      two(
        "Route53::RecordSet",
        "HostedZoneId: Z1, Name: a.example.com., Type: A, SetIdentifier: a",
        "HostedZoneId: Z1, Name: a.example.com., Type: A, SetIdentifier: b",
      ),
    ],
  ]);
});
