import { equal } from "node:assert/strict";
import { checkRows, fixed } from "../checkRule.ts";

const CODE = "role-permission";
const role = (service: string, rest: string): string => `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: [{ Effect: Allow, Principal: { Service: ${service}.amazonaws.com }, Action: "sts:AssumeRole" }]
${rest}`;
const inline = (action: string): string =>
  `      Policies: [{ PolicyName: a, PolicyDocument: { Statement: [{ Effect: Allow, Action: "${action}", Resource: "*" }] } }]\n`;
const managed = (name: string): string => `      ManagedPolicyArns: ["arn:aws:iam::aws:policy/${name}"]\n`;
const machine = (arn: string, rest = "", level = "ALL"): string =>
  `${role("states", rest)}  Machine:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: !GetAtt Role.Arn
      LoggingConfiguration: { Level: ${level}, Destinations: [{ CloudWatchLogsLogGroup: { LogGroupArn: ${arn} } }] }
      DefinitionString: "{}"
`;
const task = (container: string, rest = "", kind = "FARGATE"): string =>
  `${role("ecs-tasks", rest)}  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ExecutionRoleArn: !GetAtt Role.Arn
      RequiresCompatibilities: [${kind}]
      ContainerDefinitions: [{ Name: web, ${container} }]
  Secret: { Type: AWS::SecretsManager::Secret }
`;
const EXECUTION = managed("service-role/AmazonECSTaskExecutionRolePolicy");
const SECRET = "Image: nginx, Secrets: [{ Name: A, ValueFrom: !Ref Secret }]";
const LATE = `  Policy:
    Type: AWS::IAM::Policy
    Properties: { PolicyName: a, Roles: [!Ref Role], PolicyDocument: { Statement: [{ Effect: Allow, Action: "logs:*", Resource: "*" }] } }
`;

const LACKING = task(SECRET.replace("!Ref Secret", "«!Ref Secret»"), EXECUTION);
const SERVICE = "  Service: { Type: AWS::ECS::Service, Properties: { Cluster: c, TaskDefinition: !Ref Task } }\n";

describe(CODE, () => {
  checkRows([
    [
      CODE,
      "a state machine with logs",
      machine("«!GetAtt Logs.Arn»"),
      /not authorized to access the Log Dest/,
      "error",
    ],
    [CODE, "other actions", machine("«!GetAtt Logs.Arn»", inline("lambda:InvokeFunction"))],
    [CODE, "allowed", machine("!GetAtt Logs.Arn", inline("logs:*LogDelivery"))],
    [CODE, "no logs", machine("!GetAtt Logs.Arn", "", "OFF")],
    [CODE, "a policy that nobody knows", machine("!GetAtt Logs.Arn", managed("Custom"))],
    [CODE, "a policy that may be created later", machine("«!GetAtt Logs.Arn»") + LATE, /before Policy/, "warning"],
    [
      CODE,
      "a custom resource that may allow it",
      `${machine("!GetAtt Logs.Arn")}  More: { Type: "Custom::Grant", Properties: { ServiceToken: a, Role: !Ref Role } }\n`,
    ],
    [CODE, "a secret", `${LACKING}${SERVICE}`, /GetSecretValue/, "error"],
    [CODE, "a secret of a task that another template starts", LACKING, /GetSecretValue/, "warning"],
    [CODE, "a secret that is allowed", task(SECRET, inline("secretsmanager:GetSecretValue"))],
    [
      CODE,
      "a secret whose own policy may allow it",
      `${task(SECRET)}  Own: { Type: AWS::SecretsManager::ResourcePolicy }\n`,
    ],
    [CODE, "a secret by a policy that is created later", task(SECRET) + LATE.replace("logs:*", "secretsmanager:*")],
    [
      CODE,
      "a parameter of SSM",
      task(
        'Image: nginx, Secrets: [{ Name: A, ValueFrom: «!Sub "arn:aws:ssm:${AWS::Region}:a:parameter/b"» }]',
        EXECUTION,
      ),
      /ssm:GetParameters/,
    ],
    [CODE, "what may be either", task("Image: nginx, Secrets: [{ Name: A, ValueFrom: !Ref Other }]")],
    [
      CODE,
      "logs on Fargate",
      task("Image: nginx, LogConfiguration: { LogDriver: «awslogs» }"),
      /AmazonECSTaskExecutionRolePolicy/,
    ],
    [
      CODE,
      "logs on Fargate that are allowed",
      task("Image: nginx, LogConfiguration: { LogDriver: awslogs }", EXECUTION),
    ],
    [CODE, "logs by the role of a machine", task("Image: nginx, LogConfiguration: { LogDriver: awslogs }", "", "EC2")],
    [CODE, "an image of ECR", task('Image: «!Sub "${AWS::AccountId}.dkr.ecr.eu-west-1.amazonaws.com/web:1"»')],
    [
      CODE,
      "SMS",
      `${role("cognito-idp", "")}  Pool: { Type: AWS::Cognito::UserPool, Properties: { SmsConfiguration: { SnsCallerArn: «!GetAtt Role.Arn» } } }\n`,
      /publish with SNS/,
    ],
    [
      CODE,
      "a build in a VPC",
      `${role("codebuild", inline("logs:*"))}  Project: { Type: AWS::CodeBuild::Project, Properties: { ServiceRole: !Ref Role, VpcConfig: { VpcId: «a» } } }\n`,
      /DescribeSecurityGroups/,
    ],
    [
      CODE,
      "a build in a VPC that is allowed",
      `${role("codebuild", inline("ec2:Describe*"))}  Project: { Type: AWS::CodeBuild::Project, Properties: { ServiceRole: !Ref Role, VpcConfig: { VpcId: a } } }\n`,
    ],
    [
      CODE,
      "logs of API Gateway",
      `${role("apigateway", managed("service-role/AmazonAPIGatewayPushToCloudWatchLogs"))}  Account: { Type: AWS::ApiGateway::Account, Properties: { CloudWatchRoleArn: !GetAtt Role.Arn } }\n`,
    ],
  ]);

  it("waits for the policy", () =>
    equal(
      fixed(CODE, machine("!GetAtt Logs.Arn") + LATE),
      machine("!GetAtt Logs.Arn").replace("StateMachine\n", "StateMachine\n    DependsOn: Policy\n") + LATE,
    ));

  const LOGS = "Image: nginx, LogConfiguration: { LogDriver: awslogs }";
  const POLICY = "arn:${AWS::Partition}:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy";

  it("attaches the policy", () =>
    equal(fixed(CODE, task(LOGS)), task(LOGS, `      ManagedPolicyArns:\n        - !Sub ${POLICY}\n`)));
  it("attaches the policy in JSON", () => {
    const json = (rest: string): string =>
      `{"Resources": {
  "Role": {
    "Type": "AWS::IAM::Role",
    "Properties": {
      "AssumeRolePolicyDocument": { "Statement": [] }${rest}
    }
  },
  "Task": { "Type": "AWS::ECS::TaskDefinition", "Properties": { "ExecutionRoleArn": { "Fn::GetAtt": ["Role", "Arn"] }, "RequiresCompatibilities": ["FARGATE"],
    "ContainerDefinitions": [{ "Name": "a", "Image": "nginx", "LogConfiguration": { "LogDriver": "awslogs" } }] } }
}}`;
    equal(fixed(CODE, json("")), json(`,\n      "ManagedPolicyArns": [{ "Fn::Sub": "${POLICY}" }]`));
  });
  it("attaches the policy behind a value that depends on a condition", () => {
    const source = (rest: string): string =>
      `Conditions: { C: !Equals [a, a] }\n${task(LOGS, `      Description: !If\n        - C\n        - a\n        - b\n${rest}`)}`;
    equal(fixed(CODE, source("")), source(`      ManagedPolicyArns:\n        - !Sub ${POLICY}\n`));
  });
  it("leaves a role alone that has policies of AWS's", () => {
    const source = task(LOGS, managed("service-role/AWSLambdaENIManagementAccess"));
    equal(fixed(CODE, source), source);
  });
});
