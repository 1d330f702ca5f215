import { checkRows } from "../checkRule.ts";

const endpoint = (service: string, rest = ""): string =>
  `Resources:\n  E: {Type: AWS::EC2::VPCEndpoint, Properties: {VpcId: vpc-0123456789abcdef0, ServiceName: ${service}${rest}}}\n`;
const CODE = "endpoint-type";

describe(CODE, () => {
  checkRows([
    [
      CODE,
      "a queue service by default",
      endpoint("«com.amazonaws.us-east-1.sqs»"),
      /^sqs has interface endpoints only/,
    ],
    [
      CODE,
      "in a Sub",
      endpoint("«!Sub 'com.amazonaws.${AWS::Region}.ecr.api'»", ", VpcEndpointType: Gateway"),
      /ecr\.api/,
    ],
    [CODE, "as an interface", endpoint("com.amazonaws.us-east-1.sqs", ", VpcEndpointType: Interface")],
    [CODE, "one that has gateways", endpoint("!Sub 'com.amazonaws.${AWS::Region}.s3'")],
    [CODE, "of a parameter", endpoint("!Sub 'com.amazonaws.${AWS::Region}.${Service}'")],
    [CODE, "of a type that is not told", endpoint("com.amazonaws.us-east-1.sqs", ", VpcEndpointType: !Ref Type")],
    [CODE, "somebody else's", endpoint("com.example.service")],
    [CODE, "with subnets, where the type is missing", endpoint("com.amazonaws.us-east-1.sqs", ", SubnetIds: [a]")],
  ]);
});
