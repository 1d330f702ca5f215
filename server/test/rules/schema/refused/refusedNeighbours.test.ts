import { checkRows } from "../../checkRule.ts";
import { one, twins } from "../../twins.ts";

const TRUST = (service: string): string =>
  `AssumeRolePolicyDocument: {Version: "2012-10-17", Statement: [{Effect: Allow, Principal: {Service: ${service}}, Action: "sts:AssumeRole"}]}`;
const machine = (text: string): string =>
  `  M:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n      RoleArn: arn:aws:iam::123456789012:role/a\n      DefinitionString: !Sub |\n${text}`;
const site = (origin: string, behavior = ""): string =>
  one(
    "Site",
    "AWS::CloudFront::Distribution",
    `DistributionConfig: {Enabled: true, Origins: [{Id: a, ${origin}}], DefaultCacheBehavior: {TargetOriginId: a, ViewerProtocolPolicy: allow-all, CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6${behavior}}}`,
  );
const control = (type: string): string =>
  one(
    "Access",
    "AWS::CloudFront::OriginAccessControl",
    `OriginAccessControlConfig: {Name: a, OriginAccessControlOriginType: ${type}, SigningBehavior: always, SigningProtocol: sigv4}`,
  );
const samFunction = (name: string, event: string): string =>
  one(
    name,
    "AWS::Serverless::Function",
    `Runtime: nodejs22.x, Handler: a.b, CodeUri: a/, Events: {E: {Type: S3, Properties: {Bucket: !Ref Bucket, Events: ${event}}}}`,
  );
const balancer = (scheme: string): string =>
  one(
    "B",
    "AWS::ElasticLoadBalancingV2::LoadBalancer",
    `Type: network, Scheme: ${scheme}, ${scheme === "internal" ? "«SubnetMappings»" : "SubnetMappings"}: [{SubnetId: subnet-1, AllocationId: eipalloc-1}]`,
  );
const SAM = "Transform: AWS::Serverless-2016-10-31\n";

describe("what AWS refuses beside what it takes", () => {
  checkRows([
    ...twins(
      "state-machine",
      "a definition with variables that is no JSON",
      machine(
        '        {"StartAt": "A", "States": {"A": {"Type": "Pass", "Result": "${AWS::Region}", ‹«,» ¦›"End": true}}}\n',
      ),
      /INVALID_JSON_DESCRIPTION/,
    ),
    [
      "state-machine",
      "a definition with a variable for more than a value",
      `Resources:\n${machine('        {"StartAt": "A", "States": {"A": {"Type": "Pass", ${Rest}, "End": true}}}\n')}`,
    ],
    ...twins(
      "policy-statement",
      "an ARN of a bucket with a colon too few, by a variable",
      one(
        "P",
        "AWS::S3::BucketPolicy",
        'Bucket: !Ref B, PolicyDocument: {Statement: [{Effect: Allow, Principal: "*", Action: "s3:GetObject", Resource: ‹«!Sub "arn:aws:s3::${B}/*"»¦!Sub "arn:aws:s3:::${B}/*"›}]}',
      ),
      /is not an ARN \(“Policy has invalid resource”\)/,
    ),
    ...twins(
      "policy-statement",
      "the service of an ARN in a policy of SAM",
      one(
        "F",
        "AWS::Serverless::Function",
        'Runtime: nodejs22.x, Handler: a.b, CodeUri: a/, Policies: [{Version: "2012-10-17", Statement: [{Effect: Allow, Action: "logs:PutLogEvents", Resource: ‹«!Sub "arn:aws:*:${AWS::Region}:${AWS::AccountId}:*"»¦!Sub "arn:aws:logs:${AWS::Region}:${AWS::AccountId}:*"›}]}]',
      ),
      /Resource vendor must be fully qualified/,
    ),
    ...twins(
      "policy-statement",
      "a service from a mapping",
      one("R", "AWS::IAM::Role", TRUST("‹«!FindInMap [Names, ec2, Name]»¦!FindInMap [Names, ec2, Name]›")) +
        "Mappings: {Names: {ec2: {Name: ‹ec2¦ec2.amazonaws.com›}}}\n",
      /it is ec2\.amazonaws\.com/,
    ),
    ...twins(
      "managed-policy-arn",
      "a slip in the name of a policy",
      one(
        "R",
        "AWS::IAM::Role",
        `${TRUST("ec2.amazonaws.com")}, ManagedPolicyArns: ["‹«arn:aws:iam::aws:policy/AmazonS3ReadOnlyAcess»¦arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess›"]`,
      ),
      /it is AmazonS3ReadOnlyAccess/,
    ),
    [
      "managed-policy-arn",
      "a policy that is like a known one in another word",
      `Resources:\n${one("R", "AWS::IAM::Role", `${TRUST("ec2.amazonaws.com")}, ManagedPolicyArns: ["arn:aws:iam::aws:policy/AmazonS4ReadOnlyAccess", "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccesses"]`)}`,
    ],
    ...twins(
      "managed-policy-arn",
      "a slip in the name that SAM takes",
      `${one("F", "AWS::Serverless::Function", "Runtime: nodejs22.x, Handler: a.b, CodeUri: a/, Policies: [‹«AmazonSQSFullAcess»¦AmazonSQSFullAccess›, Own]")}${SAM}`,
      /“ARN AmazonSQSFullAcess is not valid\.”/,
    ),
    ...twins(
      "mismatched-resources",
      "the ARN of the role that SAM makes",
      one("F", "AWS::Serverless::Function", "Runtime: nodejs22.x, Handler: a.b, CodeUri: a/") +
        one(
          "P",
          "AWS::IAM::Policy",
          'PolicyName: a, Roles: [‹«!GetAtt FRole.Arn»¦!Ref FRole›], PolicyDocument: {Version: "2012-10-17", Statement: [{Effect: Allow, Action: "sqs:ListQueues", Resource: "*"}]}',
        ) +
        SAM,
      /use !Ref FRole/,
    ),
    ...twins(
      "mismatched-resources",
      "an instance in another zone than its subnet",
      one("S", "AWS::EC2::Subnet", "VpcId: vpc-1, CidrBlock: 10.0.0.0/24, AvailabilityZone: !Select [0, !GetAZs '']") +
        one(
          "I",
          "AWS::EC2::Instance",
          "ImageId: ami-1, SubnetId: !Ref S, AvailabilityZone: ‹«!Select [1, !GetAZs '']»¦!Select [0, !GetAZs '']›",
        ),
      /Subnet … is in the availability zone/,
    ),
    ...twins(
      "mismatched-resources",
      "an origin access control for other origins",
      site(
        "DomainName: a.s3.us-east-1.amazonaws.com, S3OriginConfig: {OriginAccessIdentity: ''}, OriginAccessControlId: ‹«!Ref Access»¦!Ref Access›",
      ) + control("‹lambda¦s3›"),
      /set its OriginAccessControlOriginType to s3/,
    ),
    ...twins(
      "mismatched-resources",
      "an origin access control for buckets",
      site(
        "DomainName: a.example.com, CustomOriginConfig: {OriginProtocolPolicy: https-only}, OriginAccessControlId: ‹«!Ref Access»¦!Ref Access›",
      ) + control("‹s3¦lambda›"),
      /The origin type and OAC origin type differ/,
    ),
    ...twins(
      "mismatched-resources",
      "a function of CloudFront that is not published",
      site(
        "DomainName: a.example.com, CustomOriginConfig: {OriginProtocolPolicy: https-only}",
        ", FunctionAssociations: [{EventType: viewer-request, FunctionARN: !GetAtt F.FunctionARN}]",
      ) +
        one(
          "F",
          "AWS::CloudFront::Function",
          "Name: a, AutoPublish: ‹«false»¦true›, FunctionCode: a, FunctionConfig: {Comment: a, Runtime: cloudfront-js-2.0}",
        ),
      /the AutoPublish of F to be true/,
    ),
    ...twins(
      "value-combination",
      "public addresses of an internal load balancer",
      `‹${balancer("internal")}¦${balancer("internet-facing")}›`,
      /Elastic IPs are not supported/,
    ),
    ...twins(
      "value-combination",
      "all headers with credentials",
      one(
        "H",
        "AWS::CloudFront::ResponseHeadersPolicy",
        'ResponseHeadersPolicyConfig: {Name: a, CorsConfig: {AccessControlAllowCredentials: ‹true¦false›, AccessControlAllowHeaders: {Items: ["‹«*»¦*›"]}, AccessControlAllowMethods: {Items: [GET]}, AccessControlAllowOrigins: {Items: ["https://a.example.com"]}, OriginOverride: true}}',
      ),
      /cannot contain \* when allowCredentials is true/,
    ),
    ...twins(
      "property-combination",
      "an attachment for both kinds of gateways",
      one("A", "AWS::EC2::VPCGatewayAttachment", "VpcId: vpc-1, InternetGatewayId: igw-1‹, «VpnGatewayId»: vgw-1¦›"),
      /only one of InternetGatewayId and VpnGatewayId/,
    ),
    ...twins(
      "missing-depends-on",
      "a route of a client VPN before its subnet is associated",
      one("T", "AWS::EC2::ClientVpnTargetNetworkAssociation", "ClientVpnEndpointId: !Ref E, SubnetId: subnet-1") +
        "  E: {Type: AWS::EC2::ClientVpnEndpoint, Properties: {ClientCidrBlock: 172.16.0.0/22}}\n" +
        "  ‹«R»¦R›: {Type: AWS::EC2::ClientVpnRoute, ‹¦DependsOn: T, ›Properties: {ClientVpnEndpointId: !Ref E, TargetVpcSubnetId: subnet-1, DestinationCidrBlock: 0.0.0.0/0}}\n",
      /InvalidClientVpnActiveAssociationNotFound/,
      "warning",
    ),
    ...twins(
      "notification-configuration",
      "two functions of SAM for one event of a bucket",
      `  Bucket: {Type: AWS::S3::Bucket}\n${samFunction("A", '"s3:ObjectCreated:*"')}${samFunction("B", '"‹«s3:ObjectCreated:Put»¦s3:ObjectRemoved:*›"')}${SAM}`,
      /Configurations overlap/,
    ),
    [
      "notification-configuration",
      "a notification that SAM finds in the bucket",
      `Resources:\n${one("Bucket", "AWS::S3::Bucket", 'NotificationConfiguration: {LambdaConfigurations: [{Event: "s3:ObjectCreated:*", Function: !GetAtt A.Arn}]}')}${samFunction("A", '"s3:ObjectCreated:*"')}${SAM}`,
    ],
    ...twins(
      "function-arguments",
      "a parameter that is a list among what is joined",
      one("T", "AWS::SNS::Topic", "TopicName: !Join ['-', ‹[a, «!Ref Names»]¦!Ref Names›]") +
        "Parameters: {Names: {Type: CommaDelimitedList}}\n",
      /Ref Names returns a list/,
    ),
    ...twins(
      "mismatched-resources",
      "options of another version",
      one(
        "D",
        "AWS::RDS::DBInstance",
        "Engine: mysql, EngineVersion: 8.4.5, DBInstanceClass: db.t3.micro, OptionGroupName: ‹«!Ref G»¦!Ref G›",
      ) +
        one(
          "G",
          "AWS::RDS::OptionGroup",
          'EngineName: mysql, MajorEngineVersion: "‹8.0¦8.4›", OptionGroupDescription: a',
        ),
      /are for version 8\.0, not for 8\.4/,
    ),
    ...twins(
      "value-combination",
      "functions of two kinds for events of viewers",
      site(
        "DomainName: a.example.com, CustomOriginConfig: {OriginProtocolPolicy: https-only}",
        ', FunctionAssociations: [{EventType: viewer-request, FunctionARN: "arn:aws:cloudfront::123456789012:function/a"}], LambdaFunctionAssociations: [{EventType: ‹«viewer-response»¦origin-response›, LambdaFunctionARN: "arn:aws:lambda:us-east-1:123456789012:function:a:1"}]',
      ),
      /functions of one kind/,
    ),
    ...twins(
      "value-combination",
      "a redirect to the same address",
      `${one(
        "L",
        "AWS::ElasticLoadBalancingV2::Listener",
        "LoadBalancerArn: !Ref A, Port: 80, Protocol: HTTP, DefaultActions: [{Type: redirect, ‹«RedirectConfig»¦RedirectConfig›: {StatusCode: HTTP_301‹¦, Protocol: HTTPS›}}]",
      )}Parameters: {A: {Type: String}}\n`,
      /^Without Host, Path and Port, Protocol is needed/,
    ),
    ...twins(
      "loop-key",
      "a loop over what only the deployment knows",
      "  Q: {Type: AWS::SQS::Queue}\n  Fn::ForEach::T: [Name, ‹«!GetAtt Q.Arn»¦[a, b]›, {'T${Name}': {Type: AWS::SNS::Topic}}]\nTransform: AWS::LanguageExtensions\n",
      /Fn::GetAtt gives no list/,
    ),
    ...twins(
      "misplaced-function",
      "what only the deployment knows, in a rule",
      "  Q: {Type: AWS::SQS::Queue}\nParameters: {A: {Type: String}}\nRules:\n  R: {Assertions: [{Assert: !Equals [‹«!GetAtt» Q.Arn¦!Ref A›, b]}]}\n",
      /in Rules, which are evaluated before/,
    ),
    [
      "dependency-cycle",
      "a resource with the name of a parameter to which it refers",
      "Parameters: {T: {Type: String}}\nResources:\n  T: {Type: AWS::SNS::Topic, Properties: {TopicName: !Ref T}}\n",
    ],
    [
      "value-combination",
      "a long value, which is not shown whole",
      `Resources:\n${one("P", "AWS::SSM::Parameter", `Type: String, Value: «${"x".repeat(4100)}»`)}`,
      /^Without Tier, Value can't be x{40}… \(“Standard tier/,
    ],
    ...twins(
      "value-combination",
      "a parameter of another engine",
      one(
        "G",
        "AWS::RDS::DBParameterGroup",
        "Description: a, Family: ‹mysql8.0¦postgres17›, Parameters: {‹«work_mem»¦work_mem›: '65536'}",
      ),
      /Unsupported DB Parameter/,
    ),
    [
      "unknown-ref",
      "what is no name in a text",
      `Resources:\n${one("T", "AWS::SNS::Topic", 'TopicName: !Sub "${«A:-b»}-${AWS::Region}"')}`,
      /variable names in Fn::Sub syntax must contain only/,
    ],
    ...twins(
      "physical-name",
      "a name in both branches of a condition",
      one("A", "AWS::SQS::Queue", "QueueName: a") +
        one("B", "AWS::SQS::Queue", "QueueName: !If [C, ‹«a»¦b›, ‹a¦c›]") +
        "Conditions: {C: !Equals [!Ref AWS::Region, us-east-1]}\n",
      /A already has this name/,
    ),
    ...twins(
      "unknown-type",
      "a long name of a custom resource",
      one("C", `‹«Custom::${"Loader".repeat(11)}»¦Custom::Loader›`, "ServiceToken: !Ref AWS::NotificationARNs"),
      /up to 60 letters/,
    ),
    ...twins(
      "local-path",
      "a local file by the default of a parameter",
      one("N", "AWS::CloudFormation::Stack", "TemplateURL: ‹«!Sub '${Folder}/a.yaml'»¦!Sub '${Folder}/a.yaml'›") +
        "Parameters: {Folder: {Type: String, Default: ‹'file://a'¦'https://a.s3.amazonaws.com'›}}\n",
      /^By default: /,
      "warning",
    ),
  ]);
});
