import { checkRows, type Row } from "../../checkRule.ts";

/** Resources that are refused, and their twins that are not: ‹the one¦the other›. */
const twins = (
  code: string,
  resources: string,
  message: RegExp,
  severity: "error" | "warning" = "error",
): readonly Row[] => {
  const side = (at: number): string =>
    `Parameters: {P: {Type: String}}\nResources:\n${resources}`.replaceAll(
      /‹([^¦›]*)¦([^›]*)›/g,
      (_, ...sides: string[]) => sides[at] ?? "",
    );
  return [
    [code, `${code}: ${message.source}`, side(0), message, severity],
    [code, `${code}: ${message.source}, as it is taken`, side(1)],
  ];
};
const one = (name: string, type: string, properties: string, attributes = ""): string =>
  `  ${name}: {Type: AWS::${type}, ${attributes}Properties: {${properties}}}\n`;
const pair = (type: string, first: string, second: string): string =>
  one("One", type, first) + one("Two", type, second);

const FUNCTION = one("Fn", "Lambda::Function", "Timeout: 60");
const QUEUE = one("Queue", "SQS::Queue", "VisibilityTimeout: ‹«30»¦60›");
const VPC = one("Vpc", "EC2::VPC", "CidrBlock: 10.0.0.0/16");
const SUBNETS =
  one("A", "EC2::Subnet", "VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24") +
  one("B", "EC2::Subnet", "VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24");
const GATEWAY =
  one("Igw", "EC2::InternetGateway", "Tags: []") +
  one("Attached", "EC2::VPCGatewayAttachment", "VpcId: !Ref Vpc, InternetGatewayId: !Ref Igw");
const machine = (argument: string): string =>
  one(
    "Machine",
    "StepFunctions::StateMachine",
    `RoleArn: !Ref P, Definition: {StartAt: Run, States: {Run: {Type: Task, Resource: "arn:aws:states:::lambda:invoke", Parameters: {FunctionName: a, Payload: {id.$: ${argument}}}, End: true}}}`,
  );
const pattern = (matched: string): string =>
  one("Rule", "Events::Rule", `EventPattern: {source: [a], detail: {key: [${matched}]}}`);
const trust = (principal: string, more = ""): string =>
  one(
    "Role",
    "IAM::Role",
    `AssumeRolePolicyDocument: {Statement: [{Effect: Allow, Principal: {AWS: ${principal}}, Action: "sts:AssumeRole"}]}`,
  ) + more;

describe("what AWS refuses of resources that go together", () => {
  checkRows([
    ...twins(
      "already-exists",
      FUNCTION +
        pair("Lambda::Alias", "FunctionName: !Ref Fn, Name: a", "FunctionName: !GetAtt Fn.Arn, ‹«Name»: a¦Name: b›"),
      /Alias already exists/,
    ),
    ...twins(
      "already-exists",
      pair(
        "Glue::Table",
        "CatalogId: !Ref P, DatabaseName: a, TableInput: {Name: orders}",
        "CatalogId: !Ref P, DatabaseName: ‹a¦b›, TableInput: {Name: ‹«orders»¦orders›}",
      ),
      /the same DatabaseName, TableInput\.Name/,
    ),
    ...twins(
      "already-exists",
      pair(
        "EC2::VPCEndpoint",
        "VpcId: !Ref P, ServiceName: com.amazonaws.us-east-1.s3, RouteTableIds: [rtb-1, rtb-2]",
        "VpcId: !Ref P, ‹«ServiceName»¦ServiceName›: com.amazonaws.us-east-1.s3, RouteTableIds: [rtb-3, ‹rtb-2¦rtb-4›]",
      ),
      /already has a route with destination-prefix-list-id/,
    ),
    ...twins(
      "already-exists",
      pair(
        "EC2::VPCEndpoint",
        "VpcId: !Ref P, VpcEndpointType: Interface, ServiceName: a.b.sqs, SubnetIds: [a], PrivateDnsEnabled: true",
        "VpcId: !Ref P, VpcEndpointType: Interface, ‹«ServiceName»¦ServiceName›: a.b.sqs, SubnetIds: [b], PrivateDnsEnabled: ‹true¦false›",
      ),
      /conflicting DNS domain/,
    ),
    ...twins(
      "already-exists",
      FUNCTION +
        pair(
          "Lambda::EventSourceMapping",
          'FunctionName: !Ref Fn, EventSourceArn: "arn:aws:sqs:us-east-1:123456789012:a"',
          'FunctionName: !GetAtt Fn.Arn, ‹«EventSourceArn»¦EventSourceArn›: "arn:aws:sqs:us-east-1:123456789012:‹a¦b›"',
        ),
      /the same FunctionName, EventSourceArn/,
    ),
    ...twins(
      "mismatched-resources",
      QUEUE +
        FUNCTION +
        one("Live", "Lambda::Alias", "FunctionName: !Ref Fn, FunctionVersion: $LATEST, Name: a") +
        one("Mapping", "Lambda::EventSourceMapping", "FunctionName: !Ref Live, EventSourceArn: !GetAtt Queue.Arn"),
      /is less than Function timeout/,
    ),
    ...twins(
      "mismatched-resources",
      VPC +
        SUBNETS +
        one("Card", "EC2::NetworkInterface", "SubnetId: !Ref A, PrivateIpAddress: ‹«10.0.0.3»¦10.0.0.4›") +
        one(
          "Nat",
          "EC2::NatGateway",
          "ConnectivityType: private, SubnetId: !Ref B, PrivateIpAddress: ‹«10.0.1.255»¦10.0.1.254›",
        ),
      /reserved address range/,
    ),
    ...twins(
      "mismatched-resources",
      VPC +
        SUBNETS +
        one(
          "Server",
          "EC2::Instance",
          "NetworkInterfaces: [{DeviceIndex: '0', SubnetId: !Ref A, PrivateIpAddress: ‹«10.0.1.9»¦10.0.0.9›}]",
        ),
      /does not fall within/,
    ),
    ...twins(
      "missing-depends-on",
      VPC +
        SUBNETS +
        GATEWAY +
        one(
          "‹«Balancer»¦Balancer›",
          "ElasticLoadBalancingV2::LoadBalancer",
          "SubnetMappings: [{SubnetId: !Ref A}, {SubnetId: !Ref B}]",
          "‹¦DependsOn: Attached, ›",
        ),
      /has no internet gateway/,
      "warning",
    ),
    ...twins(
      "missing-depends-on",
      VPC +
        SUBNETS +
        GATEWAY +
        one("Group", "RDS::DBSubnetGroup", "SubnetIds: [!Ref A, !Ref B]") +
        one(
          "‹«Data»¦Data›",
          "RDS::DBInstance",
          "DBSubnetGroupName: !Ref Group, PubliclyAccessible: true",
          "‹¦DependsOn: Attached, ›",
        ),
      /has no internet gateway attached/,
      "warning",
    ),
    [
      "missing-depends-on",
      "a cluster is there long after the gateway",
      `Resources:\n${VPC}${SUBNETS}${GATEWAY}${one("Group", "RDS::DBSubnetGroup", "SubnetIds: [!Ref A, !Ref B]")}${one(
        "Data",
        "RDS::DBInstance",
        "DBSubnetGroupName: !Ref Group, PubliclyAccessible: true, DBClusterIdentifier: a",
      )}`,
    ],
    ...twins(
      "subnet-zones",
      VPC +
        one("Other", "EC2::VPC", "CidrBlock: 10.1.0.0/16") +
        one("Table", "EC2::RouteTable", "VpcId: ‹!Ref Other¦!Ref Vpc›") +
        one(
          "Endpoint",
          "EC2::VPCEndpoint",
          "ServiceName: a.b.s3, VpcId: ‹«!Ref Vpc»¦!Ref Vpc›, RouteTableIds: [!Ref Table]",
        ),
      /must be in one VPC/,
    ),
    ...twins(
      "subnet-block",
      VPC + one("More", "EC2::VPCCidrBlock", "VpcId: !Ref Vpc, CidrBlock: ‹«192.168.0.0/24»¦10.1.0.0/24›"),
      /is restricted\. Use a CIDR/,
    ),
    ...twins(
      "subnet-block",
      VPC +
        one("More", "EC2::VPCCidrBlock", "VpcId: !Ref Vpc, CidrBlock: 10.1.0.0/16") +
        one("‹«C»¦C›", "EC2::Subnet", "VpcId: !Ref Vpc, CidrBlock: 10.1.0.0/24", "‹¦DependsOn: More, ›"),
      /may be created before More/,
      "warning",
    ),
    ...twins(
      "subnet-block",
      VPC +
        one("Six", "EC2::VPCCidrBlock", "VpcId: !Ref Vpc, AmazonProvidedIpv6CidrBlock: true") +
        one(
          "‹«C»¦C›",
          "EC2::Subnet",
          "VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24, Ipv6CidrBlock: !Select [0, !Cidr [!Select [0, !GetAtt Vpc.Ipv6CidrBlocks], 1, 64]]",
          "‹¦DependsOn: Six, ›",
        ),
      /nonexistent value at index 0/,
      "warning",
    ),
    ...twins(
      "value-combination",
      one("Stage", "ApiGatewayV2::Stage", "ApiId: a, StageName: b, AutoDeploy: true‹, «DeploymentId»: c¦›"),
      /AutoDeploy is enabled/,
    ),
    ...twins(
      "value-combination",
      one(
        "Log",
        "EC2::FlowLog",
        "ResourceId: a, ResourceType: VPC, TrafficType: ALL, DeliverLogsPermissionArn: b, LogGroupName: c‹, «LogDestination»: d¦›",
      ),
      /only provide LogGroupName or/,
    ),
    ...twins(
      "value-combination",
      one(
        "Mapping",
        "Lambda::EventSourceMapping",
        "FunctionName: a, BatchSize: 100‹¦, MaximumBatchingWindowInSeconds: 1›, EventSourceArn: !Sub 'arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:jobs'",
      ).replace("Properties:", "‹«Properties»¦Properties›:"),
      /Maximum batch window/,
    ),
    ...twins(
      "property-combination",
      one("Rights", "IAM::Policy", "PolicyName: a, PolicyDocument: {}, Roles: [‹¦b›]").replace(
        "Properties:",
        "‹«Properties»¦Properties›:",
      ),
      /must be non-empty/,
    ),
    ...twins("event-pattern", pattern("{wildcard: '‹«in/**»¦in/*›'}"), /Consecutive wildcard/),
    ...twins(
      "event-pattern",
      pattern("{anything-but: {wildcard: ['‹«**.csv»¦*.csv›', '\\**']}}"),
      /Consecutive wildcard/,
    ),
    ...twins(
      "state-machine",
      machine(`"‹«States.Concat('States.None()', $.id)»¦States.Format('States.None()', $.id)›"`),
      /There is no function States\.Concat /,
    ),
    ...twins(
      "policy-statement",
      trust("!Sub 'arn:aws:iam::${P}:‹role/*¦root›'").replace(
        /!Sub '(.*?)‹role\/\*¦root›'/,
        "‹«!Sub '$1role/*'»¦!Sub '$1root'›",
      ),
      /names no single role/,
    ),
    ...twins(
      "policy-statement",
      trust(
        "‹«!GetAtt Team.Arn»¦!GetAtt Member.Arn›",
        one("Team", "IAM::Group", "Path: /") + one("Member", "IAM::User", "Path: /"),
      ),
      /Team is not a principal/,
    ),
  ]);
});
