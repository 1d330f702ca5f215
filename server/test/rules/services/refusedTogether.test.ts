import { checkRows } from "../checkRule.ts";

describe("resources that a deployment refuses together, and those that it takes", () => {
  checkRows([
    [
      "mismatched-resources",
      "rule to a cluster without EcsParameters",
      `Resources:
  C: {Type: AWS::ECS::Cluster}
  R:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: rate(1 hour)
      Targets: [{Id: a, Arn: «!GetAtt C.Arn», RoleArn: arn:aws:iam::123456789012:role/r}]
`,
      /EventBridge starts a task in C: the target nee/,
      "error",
    ],
    [
      "mismatched-resources",
      "rule to a cluster without EcsParameters, as it is taken",
      `Resources:
  C: {Type: AWS::ECS::Cluster}
  R:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: rate(1 hour)
      Targets: [{Id: a, Arn: !GetAtt C.Arn, RoleArn: arn:aws:iam::123456789012:role/r, EcsParameters: {TaskDefinitionArn: arn:aws:ecs:us-east-1:123456789012:task-definition/t}}]
`,
    ],
    [
      "value-combination",
      "architecture",
      `Parameters:
  Ami: {Type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>', Default: /aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64}
Resources:
  I: {Type: AWS::EC2::Instance, Properties: {ImageId: !Ref Ami, InstanceType: «t4g.micro»}}
`,
      /The architecture 'arm64' of the specified inst/,
      "warning",
    ],
    [
      "value-combination",
      "architecture, as it is taken",
      `Parameters:
  Ami: {Type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>', Default: /aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64}
Resources:
  I: {Type: AWS::EC2::Instance, Properties: {ImageId: !Ref Ami, InstanceType: t4g.micro}}
`,
    ],
    [
      "value-combination",
      "architecture by resolve",
      `Resources:
  I: {Type: AWS::EC2::Instance, Properties: {ImageId: '{{resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64}}', InstanceType: «t3.micro»}}
`,
      /The architecture 'x86_64' of the specified ins/,
      "error",
    ],
    [
      "value-combination",
      "architecture by resolve, as it is taken",
      `Resources:
  I: {Type: AWS::EC2::Instance, Properties: {ImageId: '{{resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64}}', InstanceType: t3.micro}}
`,
    ],
    [
      "mismatched-resources",
      "autoscaling with ip targets",
      `Resources:
  T: {Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: {Port: 80, Protocol: HTTP, VpcId: vpc-0123456789abcdef0, TargetType: «ip»}}
  G: {Type: AWS::AutoScaling::AutoScalingGroup, Properties: {MinSize: '1', MaxSize: '1', VPCZoneIdentifier: [subnet-0123456789abcdef0], TargetGroupARNs: [!Ref T], LaunchTemplate: {LaunchTemplateId: lt-0123456789abcdef0, Version: '1'}}}
`,
      /G needs the TargetType of T to be other than i/,
      "error",
    ],
    [
      "mismatched-resources",
      "autoscaling with ip targets, as it is taken",
      `Resources:
  T: {Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: {Port: 80, Protocol: HTTP, VpcId: vpc-0123456789abcdef0, TargetType: instance}}
  G: {Type: AWS::AutoScaling::AutoScalingGroup, Properties: {MinSize: '1', MaxSize: '1', VPCZoneIdentifier: [subnet-0123456789abcdef0], TargetGroupARNs: [!Ref T], LaunchTemplate: {LaunchTemplateId: lt-0123456789abcdef0, Version: '1'}}}
`,
    ],
    [
      "mismatched-resources",
      "alias to version of another function",
      `Resources:
  VA: {Type: AWS::Lambda::Version, Properties: {FunctionName: other}}
  A: {Type: AWS::Lambda::Alias, Properties: {FunctionName: mine, FunctionVersion: «!GetAtt VA.Version», Name: live}}
`,
      /Function not found/,
      "error",
    ],
    [
      "mismatched-resources",
      "alias to version of another function, as it is taken",
      `Resources:
  VA: {Type: AWS::Lambda::Version, Properties: {FunctionName: mine}}
  A: {Type: AWS::Lambda::Alias, Properties: {FunctionName: mine, FunctionVersion: !GetAtt VA.Version, Name: live}}
`,
    ],
    [
      "mismatched-resources",
      "alias to version of another function by Ref",
      `Resources:
  F1: {Type: AWS::Lambda::Function, Properties: {Role: 'arn:aws:iam::123456789012:role/r', Runtime: python3.13, Handler: index.handler, Code: {ZipFile: 'def handler(e,c): pass'}}}
  F2: {Type: AWS::Lambda::Function, Properties: {Role: 'arn:aws:iam::123456789012:role/r', Runtime: python3.13, Handler: index.handler, Code: {ZipFile: 'def handler(e,c): pass'}}}
  V2: {Type: AWS::Lambda::Version, Properties: {FunctionName: !Ref F2}}
  A: {Type: AWS::Lambda::Alias, Properties: {FunctionName: !Ref F1, FunctionVersion: «!GetAtt V2.Version», Name: live}}
`,
      /Function not found/,
      "error",
    ],
    [
      "mismatched-resources",
      "alias to version of another function by Ref, as it is taken",
      `Resources:
  F1: {Type: AWS::Lambda::Function, Properties: {Role: 'arn:aws:iam::123456789012:role/r', Runtime: python3.13, Handler: index.handler, Code: {ZipFile: 'def handler(e,c): pass'}}}
  F2: {Type: AWS::Lambda::Function, Properties: {Role: 'arn:aws:iam::123456789012:role/r', Runtime: python3.13, Handler: index.handler, Code: {ZipFile: 'def handler(e,c): pass'}}}
  V2: {Type: AWS::Lambda::Version, Properties: {FunctionName: !Ref F1}}
  A: {Type: AWS::Lambda::Alias, Properties: {FunctionName: !Ref F1, FunctionVersion: !GetAtt V2.Version, Name: live}}
`,
    ],
    [
      "method-integration",
      "integration response without method response",
      `Resources:
  Api: {Type: AWS::ApiGateway::RestApi, Properties: {Name: a}}
  M:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ResourceId: !GetAtt Api.RootResourceId
      HttpMethod: GET
      AuthorizationType: NONE
      Integration: {Type: MOCK, IntegrationResponses: [{StatusCode: '«200»'}]}
      OperationName: a
`,
      /Invalid Response status code specified/,
      "error",
    ],
    [
      "method-integration",
      "integration response without method response, as it is taken",
      `Resources:
  Api: {Type: AWS::ApiGateway::RestApi, Properties: {Name: a}}
  M:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ResourceId: !GetAtt Api.RootResourceId
      HttpMethod: GET
      AuthorizationType: NONE
      Integration: {Type: MOCK, IntegrationResponses: [{StatusCode: '200'}]}
      MethodResponses: [{StatusCode: '200'}]
`,
    ],
    [
      "authorizer-api",
      "parent of another API",
      `Resources:
  A: {Type: AWS::ApiGateway::RestApi, Properties: {Name: a}}
  B: {Type: AWS::ApiGateway::RestApi, Properties: {Name: b}}
  R: {Type: AWS::ApiGateway::Resource, Properties: {RestApiId: «!Ref A», ParentId: !GetAtt B.RootResourceId, PathPart: x}}
`,
      /Invalid Resource identifier specified/,
      "error",
    ],
    [
      "authorizer-api",
      "parent of another API, as it is taken",
      `Resources:
  A: {Type: AWS::ApiGateway::RestApi, Properties: {Name: a}}
  B: {Type: AWS::ApiGateway::RestApi, Properties: {Name: b}}
  R: {Type: AWS::ApiGateway::Resource, Properties: {RestApiId: !Ref A, ParentId: !GetAtt A.RootResourceId, PathPart: x}}
`,
    ],
    [
      "mismatched-resources",
      "cache parameter group of another family",
      `Resources:
  P: {Type: AWS::ElastiCache::ParameterGroup, Properties: {CacheParameterGroupFamily: «memcached1.6», Description: a}}
  C: {Type: AWS::ElastiCache::CacheCluster, Properties: {Engine: redis, EngineVersion: '7.0', CacheNodeType: cache.t4g.micro, NumCacheNodes: 1, CacheParameterGroupName: !Ref P}}
`,
      /C needs the CacheParameterGroupFamily of P to /,
      "error",
    ],
    [
      "mismatched-resources",
      "cache parameter group of another family, as it is taken",
      `Resources:
  P: {Type: AWS::ElastiCache::ParameterGroup, Properties: {CacheParameterGroupFamily: redis7, Description: a}}
  C: {Type: AWS::ElastiCache::CacheCluster, Properties: {Engine: redis, EngineVersion: '7.0', CacheNodeType: cache.t4g.micro, NumCacheNodes: 1, CacheParameterGroupName: !Ref P}}
`,
    ],
    [
      "mismatched-resources",
      "instance of launch template without image",
      `Resources:
  L: {Type: AWS::EC2::LaunchTemplate, «Properties»: {LaunchTemplateData: {InstanceType: t3.micro}}}
  I: {Type: AWS::EC2::Instance, Properties: {LaunchTemplate: {LaunchTemplateId: !Ref L, Version: !GetAtt L.LatestVersionNumber}}}
`,
      /The request must contain the parameter ImageId/,
      "error",
    ],
    [
      "mismatched-resources",
      "instance of launch template without image, as it is taken",
      `Resources:
  L: {Type: AWS::EC2::LaunchTemplate, Properties: {LaunchTemplateData: {InstanceType: t3.micro, ImageId: ami-0123456789abcdef0}}}
  I: {Type: AWS::EC2::Instance, Properties: {LaunchTemplate: {LaunchTemplateId: !Ref L, Version: !GetAtt L.LatestVersionNumber}}}
`,
    ],
    [
      "sam-events",
      "SAM default authorizer",
      `Transform: AWS::Serverless-2016-10-31
Resources:
  Api: {Type: AWS::Serverless::Api, Properties: {StageName: prod, Auth: {DefaultAuthorizer: «Cognito», Authorizers: {Pool: {UserPoolArn: arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_a}}}}}
  F: {Type: AWS::Serverless::Function, Properties: {Runtime: python3.12, Handler: a.b, CodeUri: ., Events: {E: {Type: Api, Properties: {RestApiId: !Ref Api, Path: /a, Method: get}}}}}
`,
      /Unable to set DefaultAuthorizer because 'Cogni/,
      "error",
    ],
    [
      "sam-events",
      "SAM default authorizer, as it is taken",
      `Transform: AWS::Serverless-2016-10-31
Resources:
  Api: {Type: AWS::Serverless::Api, Properties: {StageName: prod, Auth: {DefaultAuthorizer: Pool, Authorizers: {Pool: {UserPoolArn: arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_a}}}}}
  F: {Type: AWS::Serverless::Function, Properties: {Runtime: python3.12, Handler: a.b, CodeUri: ., Events: {E: {Type: Api, Properties: {RestApiId: !Ref Api, Path: /a, Method: get}}}}}
`,
    ],
    [
      "sam-events",
      "SAM HttpApi's authorizer",
      `Transform: AWS::Serverless-2016-10-31
Resources:
  Api: {Type: AWS::Serverless::HttpApi, Properties: {Auth: {DefaultAuthorizer: «Missing», Authorizers: {Jwt: {JwtConfiguration: {issuer: 'https://a.com', audience: [a]}, IdentitySource: $request.header.Authorization}}}}}
  F: {Type: AWS::Serverless::Function, Properties: {Runtime: python3.12, Handler: a.b, CodeUri: ., Events: {E: {Type: HttpApi, Properties: {ApiId: !Ref Api, Path: /a, Method: get}}}}}
`,
      /Unable to set DefaultAuthorizer because 'Missi/,
      "error",
    ],
    [
      "sam-events",
      "SAM HttpApi's authorizer, as it is taken",
      `Transform: AWS::Serverless-2016-10-31
Resources:
  Api: {Type: AWS::Serverless::HttpApi, Properties: {Auth: {DefaultAuthorizer: Jwt, Authorizers: {Jwt: {JwtConfiguration: {issuer: 'https://a.com', audience: [a]}, IdentitySource: $request.header.Authorization}}}}}
  F: {Type: AWS::Serverless::Function, Properties: {Runtime: python3.12, Handler: a.b, CodeUri: ., Events: {E: {Type: HttpApi, Properties: {ApiId: !Ref Api, Path: /a, Method: get}}}}}
`,
    ],
    [
      "policy-statement",
      "resource no ARN",
      `Parameters:
  Bucket: {Type: String, Default: acme-data}
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: 'sts:AssumeRole'}]
      Policies:
        - PolicyName: read
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - Effect: Allow
                Action: [s3:GetObject, s3:PutObject]
                Resource: «!Sub \${Bucket}/*»
`,
      /must be in ARN format or "\*"/,
      "warning",
    ],
    [
      "policy-statement",
      "resource no ARN, as it is taken",
      `Parameters:
  Bucket: {Type: String, Default: acme-data}
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: 'sts:AssumeRole'}]
      Policies:
        - PolicyName: read
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - Effect: Allow
                Action: [s3:GetObject, s3:PutObject]
                Resource: !Sub arn:aws:s3:::\${Bucket}/*
`,
    ],
    [
      "policy-statement",
      "duplicate Sid",
      `Transform: AWS::Serverless-2016-10-31
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs20.x
      Handler: index.handler
      CodeUri: .
      Policies:
        - Version: '2012-10-17'
          Statement:
            - Sid: Read
              Effect: Allow
              Action: s3:GetObject
              Resource: arn:aws:s3:::acme-data/*
            - Sid: «Read»
              Effect: Allow
              Action: s3:PutObject
              Resource: arn:aws:s3:::acme-data/*
`,
      /Statement IDs \(SID\) in a single policy must be/,
      "error",
    ],
    [
      "policy-statement",
      "duplicate Sid, as it is taken",
      `Transform: AWS::Serverless-2016-10-31
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs20.x
      Handler: index.handler
      CodeUri: .
      Policies:
        - Version: '2012-10-17'
          Statement:
            - Sid: Read
              Effect: Allow
              Action: s3:GetObject
              Resource: arn:aws:s3:::acme-data/*
            - Sid: Write
              Effect: Allow
              Action: s3:PutObject
              Resource: arn:aws:s3:::acme-data/*
`,
    ],
    [
      "mismatched-resources",
      "base path mapping before SAM's stage",
      `Transform: AWS::Serverless-2016-10-31
Parameters:
  Stage: {Type: String, Default: prod}
Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: !Ref Stage
      DefinitionBody:
        openapi: '3.0.1'
        info: {title: orders, version: '1'}
        paths:
          /: {get: {x-amazon-apigateway-integration: {type: mock}}}
  Mapping:
    Type: AWS::ApiGateway::BasePathMapping
    Properties:
      DomainName: api.example.com
      RestApiId: !Ref Api
      Stage: «!Ref Stage»
`,
      /Invalid stage identifier specified/,
      "warning",
    ],
    [
      "mismatched-resources",
      "base path mapping before SAM's stage, as it is taken",
      `Transform: AWS::Serverless-2016-10-31
Parameters:
  Stage: {Type: String, Default: prod}
Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: !Ref Stage
      DefinitionBody:
        openapi: '3.0.1'
        info: {title: orders, version: '1'}
        paths:
          /: {get: {x-amazon-apigateway-integration: {type: mock}}}
  Mapping:
    Type: AWS::ApiGateway::BasePathMapping
    Properties:
      DomainName: api.example.com
      RestApiId: !Ref Api
      Stage: !Ref Api.Stage
`,
    ],
    [
      "function-arguments",
      "select out of range",
      `Parameters:
  Cidrs: {Type: CommaDelimitedList, Default: '10.0.1.0/24,10.0.2.0/24'}
  Vpc: {Type: 'AWS::EC2::VPC::Id'}
Resources:
  Subnet:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: !Select [«2», !Ref Cidrs]
`,
      /Fn::Select cannot select nonexistent value at /,
      "warning",
    ],
    [
      "function-arguments",
      "select out of range, as it is taken",
      `Parameters:
  Cidrs: {Type: CommaDelimitedList, Default: '10.0.1.0/24,10.0.2.0/24'}
  Vpc: {Type: 'AWS::EC2::VPC::Id'}
Resources:
  Subnet:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: !Select [1, !Ref Cidrs]
`,
    ],
    [
      "value-combination",
      "REQUEST authorizer without identity source",
      `Parameters:
  FunctionArn: {Type: String}
Resources:
  Api: {Type: AWS::ApiGateway::RestApi, Properties: {Name: orders}}
  Authorizer:
    Type: AWS::ApiGateway::Authorizer
    «Properties»:
      Name: check
      Type: REQUEST
      RestApiId: !Ref Api
      AuthorizerUri: !Sub arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${FunctionArn}/invocations
      AuthType: custom
`,
      /Invalid request input/,
      "error",
    ],
    [
      "value-combination",
      "REQUEST authorizer without identity source, as it is taken",
      `Parameters:
  FunctionArn: {Type: String}
Resources:
  Api: {Type: AWS::ApiGateway::RestApi, Properties: {Name: orders}}
  Authorizer:
    Type: AWS::ApiGateway::Authorizer
    Properties:
      Name: check
      Type: REQUEST
      RestApiId: !Ref Api
      AuthorizerUri: !Sub arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${FunctionArn}/invocations
      AuthorizerResultTtlInSeconds: 0
`,
    ],
    [
      "invalid-id",
      "SAM's CORS without quotes of its own",
      'Transform: AWS::Serverless-2016-10-31\nResources:\n  A:\n    Type: AWS::Serverless::Api\n    Properties: {StageName: a, Cors: {AllowOrigin: "«*»"}}\n',
      /Invalid mapping expression specified/,
      "warning",
    ],
    [
      "invalid-id",
      "SAM's CORS with quotes of its own",
      "Transform: AWS::Serverless-2016-10-31\nResources:\n  A:\n    Type: AWS::Serverless::Api\n    Properties: {StageName: a, Cors: {AllowOrigin: \"'*'\"}}\n",
    ],
  ]);
});
