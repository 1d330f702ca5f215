import { checkRows } from "../../checkRule.ts";

const CODE = "execution-role";

const FARGATE = "RequiresCompatibilities: [FARGATE], NetworkMode: awsvpc, Cpu: 256, Memory: 512, ";
const task = (container: string, properties = FARGATE): string =>
  `Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {${properties}ContainerDefinitions: [{Name: web, ${container}}]}
`;
const SECRETS = "Secrets: [{Name: A, ValueFrom: b}]";
const LOGS = "LogConfiguration: {LogDriver: awslogs, Options: {awslogs-group: a}}";
const ECR = "Image: 111122223333.dkr.ecr.us-east-1.amazonaws.com/web:1";

checkRows([
  [
    CODE,
    "secrets",
    task(`Image: a, «Secrets»: [{Name: A, ValueFrom: b}]`, ""),
    /Task needs ExecutionRoleArn for secrets \(“When you are specifying container secrets, you must also specify a value for 'executionRoleArn'”\)/,
    "error",
  ],
  [
    CODE,
    "an image of ECR on Fargate",
    task(ECR.replace("Image", "«Image»")),
    /“Fargate requires task definition to have execution role ARN to support ECR images”/,
  ],
  [
    CODE,
    "an image of ECR by Sub",
    task('«Image»: !Sub "${AWS::AccountId}.dkr.ecr.${AWS::Region}.amazonaws.com/web:1"'),
  ],
  [
    CODE,
    "awslogs on Fargate",
    task(`Image: a, ${LOGS.replace("awslogs,", "«awslogs»,")}`),
    /to support log driver awslogs/,
  ],
  [CODE, "one finding for several needs", task(`${ECR.replace("Image", "«Image»")}, ${LOGS}`)],
  [CODE, "a role", task(`${ECR}, ${LOGS}, ${SECRETS}`, `${FARGATE}ExecutionRoleArn: !Ref Role, `)],
  [CODE, "a role by a condition", task(SECRETS, "ExecutionRoleArn: !If [A, !Ref Role, !Ref AWS::NoValue], ")],
  [CODE, "logs on EC2", task(`Image: a, ${LOGS}`, "")],
  [CODE, "an image of ECR on EC2", task(ECR, "RequiresCompatibilities: [EC2], ")],
  [CODE, "a public image of ECR", task("Image: public.ecr.aws/nginx/nginx:1")],
  [CODE, "an image by a parameter", task("Image: !Ref Image")],
  [CODE, "no secrets", task("Image: a, Secrets: []", "")],
  [CODE, "secrets by a condition", task("Image: a, Secrets: !If [A, [{Name: A, ValueFrom: b}], []]", "")],
  [CODE, "another log driver", task("Image: a, LogConfiguration: {LogDriver: splunk}")],
  [CODE, "what a macro adds", task(SECRETS, "Fn::Transform: {Name: A}, ")],
]);
