import assert, { equal } from "node:assert/strict";
import { noteOnMessage } from "../../../src/notes/showing/noteOnMessage.ts";
import { builtInIndex } from "./builtInIndex.ts";

const INDEXES = { en: builtInIndex("en"), ja: builtInIndex("ja") } as const;

/** A message as CloudFormation shows it, and the topic of the note that a search for it gives first. */
const MESSAGES: readonly (readonly [pasted: string, topic: string])[] = [
  ["Resource creation cancelled", "error-reading"],
  ["The following resource(s) failed to create: [WebServer]. Rollback requested by user.", "error-reading"],
  [
    "Received 0 SUCCESS signal(s) out of 1.  Unable to satisfy 100% MinSuccessfulInstancesPercent requirement",
    "error-signals",
  ],
  [
    "Received 1 FAILURE signal(s) out of 1. Unable to satisfy 100% MinSuccessfulInstancesPercent requirement",
    "error-signals",
  ],
  ["Failed to receive 1 resource signal(s) within the specified duration", "error-signals"],
  [
    "Failed to receive 1 resource signal(s) for the current batch. Each resource signal timeout is counted as a FAILURE.",
    "error-signals",
  ],
  ["WaitCondition timed out. Received 0 conditions when expecting 1", "error-signals"],
  ["Export network-vpc cannot be deleted as it is in use by web", "error-export-in-use"],
  [
    "Delete canceled. Cannot delete export StackA:ExportsOutputRefVpc8378EB38 as it is in use by StackB.",
    "error-export-in-use",
  ],
  [
    "Cannot update export DomainStack:ExportsOutputRefCertificate as it is in use by WebhooksStack.",
    "error-export-in-use",
  ],
  [
    "orders-table already exists in stack arn:aws:cloudformation:us-east-1:123456789012:stack/orders/1a2b",
    "error-already-exists",
  ],
  [
    "Resource handler returned message: \"Resource of type 'AWS::IAM::Role' with identifier 'app' already exists.\" (RequestToken: 1a2b, HandlerErrorCode: AlreadyExists)",
    "error-already-exists",
  ],
  ["Export with name network-vpc is already exported by stack network.", "error-already-exists"],
  ["Export with name vpc is already exported by stack network. Rollback requested by user.", "error-already-exists"],
  ["No export named prod-VpcId found. Rollback requested by user.", "import-value"],
  ["No changes to deploy. Stack web is up to date", "error-no-updates"],
  ["Listener protocol 'TCP' must be one of 'HTTPS, HTTP'", "listener,listener-rules"],
  ["A load balancer cannot be attached to multiple subnets in the same Availability Zone", "load-balancer-attributes"],
  [
    "The DB subnet group doesn't meet Availability Zone (AZ) coverage requirement. Current AZ coverage: us-east-1a. Add subnets to cover at least 2 AZs.",
    "rds-subnet-group",
  ],
  [
    "The specified SSL certificate doesn't exist, isn't in us-east-1 region, isn't valid, or doesn't include a valid certificate chain.",
    "cloudfront-viewer-certificate",
  ],
  [
    "Invalid request provided: To add an alternate domain name (CNAME) to a CloudFront distribution, you must attach a trusted certificate that validates your authorization to use the domain name.",
    "cloudfront-viewer-certificate",
  ],
  [
    "Invalid request provided: AWS::CloudFront::Distribution: Cannot use both Origin Access Control and Origin Access Identity on an origin",
    "cf-oac,cf-oai",
  ],
  ["Invalid parameter: SQS endpoint ARN", "error-events"],
  [
    'Resource handler returned message: "Invalid request provided: The provided execution role does not have permissions to call ReceiveMessage on SQS (Service: Lambda, Status Code: 400)"',
    "error-lambda",
  ],
  ["The CIDR '10.0.1.0/24' conflicts with another subnet (Service: Ec2, Status Code: 400)", "error-network"],
  ["The role defined for the function cannot be assumed by Lambda.", "error-assume-role"],
  ["No Fargate configuration exists for given values.", "error-ecs"],
  ["API Stage not found: 1a2b3c4d5e:prod", "api-deployment"],
  ["The REST API doesn't contain any methods", "api-deployment"],
  ["No integration defined for method", "api-integration"],
  [
    "The provided target group arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/1a2b has target type instance, which is incompatible with the awsvpc network mode specified in the task definition.",
    "ecs-network-mode",
  ],
  ["The container web does not exist in the task definition.", "ecs-tasks"],
  ["The container web did not have a container port 8080 defined.", "ecs-tasks"],
  [
    "Fargate requires task definition to have execution role ARN to support ECR images.",
    "ecs-task-role,ecs-execution-role",
  ],
  [
    "When you are specifying container secrets, you must also specify a value for 'executionRoleArn'.",
    "ecs-task-role,ecs-execution-role",
  ],
  ["Template error: instance of Fn::GetAtt references undefined resource Db", "dependencies"],
  [
    "Embedded stack arn:aws:cloudformation:us-east-1:123456789012:stack/root-Child/1a2b was not successfully created: The following resource(s) failed to create: [Db].",
    "error-reading",
  ],
  [
    "Template format error: Unresolved resource dependencies [VpcIdd] in the Resources block of the template",
    "dependencies",
  ],
  ["Modifying service token is not allowed.", "custom-resources"],
  [
    "CloudFormation cannot update a stack when a custom-named resource requires replacing. Rename orders and update the stack again.",
    "error-already-exists",
  ],
  [
    "An error occurred (ValidationError) when calling the UpdateStack operation: No updates are to be performed.",
    "error-no-updates",
  ],
  [
    "The submitted information didn't contain changes. Submit different information to create a change set.",
    "error-no-updates",
  ],
  ["UPDATE_ROLLBACK_FAILED", "error-update-rollback-failed"],
  ["DELETE_FAILED", "error-delete-failed"],
  [
    "Stack:arn:aws:cloudformation:us-east-1:123456789012:stack/web/1a2b is in ROLLBACK_COMPLETE state and can not be updated.",
    "error-rollback-complete",
  ],
  [
    "The bucket you tried to delete is not empty (Service: Amazon S3; Status Code: 409; Error Code: BucketNotEmpty)",
    "error-delete-failed",
  ],
  ["Stack [web] cannot be deleted while TerminationProtection is enabled", "error-delete-failed"],
  ["Group did not stabilize. {current/minimum/maximum group size}", "error-not-stabilized"],
  [
    "Resource timed out waiting for completion (RequestToken: 1a2b, HandlerErrorCode: NotStabilized)",
    "error-not-stabilized",
  ],
  [
    "User: arn:aws:iam::123456789012:user/dev is not authorized to perform: iam:CreateRole on resource: role app because no identity-based policy allows the iam:CreateRole action",
    "error-not-authorized",
  ],
  ["Requires capabilities : [CAPABILITY_NAMED_IAM]", "named-iam"],
  ["The maximum number of VPCs has been reached. (Service: Ec2, Status Code: 400)", "error-limit-exceeded"],
  ["Encountered unsupported property BuckeName", "error-invalid-property"],
  ["#: extraneous key [BuckeName] is not permitted", "error-invalid-property"],
  ["Parameters: [KeyName] must have values", "error-invalid-property"],
];

describe("a message of CloudFormation that is pasted into the search gives its note first", () => {
  for (const language of ["en", "ja"] as const)
    for (const [pasted, topic] of MESSAGES)
      it(`${language}: ${pasted.slice(0, 60)}`, () => {
        const found = INDEXES[language].search(pasted, 5);
        equal(found[0]?.note.topicIds.join(), topic, found.map(({ note }) => note.title).join(" | "));
      });
});

describe("the note that quotes a message of CloudFormation", () => {
  const told = (["en", "ja"] as const).flatMap((language) =>
    MESSAGES.map(([pasted, topic]) => ({
      pasted,
      topic,
      found: noteOnMessage(INDEXES[language], pasted, 20_000)?.note.topicIds.join(),
    })),
  );
  it("is never another one", () =>
    assert.deepEqual(
      told.filter(({ topic, found }) => found !== undefined && found !== topic),
      [],
    ));
  it("is found for nearly all", () =>
    assert.ok(told.filter(({ found }) => found !== undefined).length > told.length * 0.95));
});
