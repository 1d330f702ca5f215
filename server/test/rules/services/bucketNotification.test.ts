import assert from "node:assert/strict";
import { checkRule, fixed, found } from "../checkRule.ts";

const CODE = "bucket-notification";

const bucket = (target: string, ...attributes: readonly string[]): string =>
  `Resources:
  Uploads:
    Type: AWS::S3::Bucket
${attributes.map((line) => `    ${line}\n`).join("")}    Properties:
      NotificationConfiguration:
        LambdaConfigurations:
          - Event: s3:ObjectCreated:*
            Function: ${target}
  Function:
    Type: AWS::Lambda::Function
    Properties: {Role: arn:aws:iam::111122223333:role/a, Handler: a.b, Runtime: python3.13, Code: {ZipFile: a}}
`;
const permission = (lines: string, name = "Function"): string =>
  `  Permission:
    Type: AWS::Lambda::Permission
    Properties: {Action: lambda:InvokeFunction, FunctionName: ${name}, ${lines}}
`;
const S3 = "Principal: s3.amazonaws.com, SourceAccount: !Ref AWS::AccountId";
const MARKED = "«!GetAtt Function.Arn»";
const PLAIN = "!GetAtt Function.Arn";

const CHOSEN = (condition: string, target: string): string =>
  queue("Principal: {Service: s3.amazonaws.com}, Action: sqs:SendMessage", target)
    .replace(
      "Resources:",
      "Conditions: {Here: !Equals [!Ref AWS::Region, a], Never: !Not [!Condition Here]}\nResources:",
    )
    .replace("Type: AWS::S3::Bucket\n", "Type: AWS::S3::Bucket\n    Condition: Here\n")
    .replace("Type: AWS::SQS::QueuePolicy\n", `Type: AWS::SQS::QueuePolicy\n    Condition: ${condition}\n`);

const queue = (statement: string, target: string): string => `Resources:
  B:
    Type: AWS::S3::Bucket
    DependsOn: Policy
    Properties:
      BucketName: uploads
      NotificationConfiguration: {QueueConfigurations: [{Event: "s3:*", Queue: ${target}}]}
  Q: {Type: AWS::SQS::Queue}
  Policy:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Q]
      PolicyDocument: {Statement: [{Effect: Allow, ${/Resource:/.test(statement) ? "" : 'Resource: "*", '}${statement}}]}
`;

const ALIAS =
  "  Live: {Type: AWS::Lambda::Alias, Properties: {FunctionName: !Ref Function, FunctionVersion: '1', Name: live}}\n";
/** A queue with a name, and a policy on what has one. */
const jobs = (name: string, target: string): string =>
  queue(
    `Principal: {Service: s3.amazonaws.com}, Action: sqs:SendMessage, Resource: !Sub "arn:aws:sqs:\${AWS::Region}:\${AWS::AccountId}:${name}"`,
    target,
  ).replace("AWS::SQS::Queue}", "AWS::SQS::Queue, Properties: {QueueName: jobs}}");

const TABLE: readonly (readonly [name: string, source: string, message?: RegExp])[] = [
  [
    "nothing allows it",
    bucket(MARKED),
    /Nothing allows S3 to send to Function, .*Unable to validate the following destination/,
  ],
  [
    "an alias, where the function is allowed",
    `${bucket("«!Ref Live»", "DependsOn: Permission")}${permission(S3, "!Ref Function")}${ALIAS}`,
    /Nothing allows S3 to send to Live/,
  ],
  ["an alias that is allowed", `${bucket("!Ref Live", "DependsOn: Permission")}${permission(S3, "!Ref Live")}${ALIAS}`],
  [
    "a policy on a queue of another name",
    jobs("job", "«!GetAtt Q.Arn»"),
    /Policy does not let s3.amazonaws.com send from B to Q/,
  ],
  ["a policy on a queue of this name", jobs("jobs", "!GetAtt Q.Arn")],
  [
    "nothing allows a function of SAM's",
    bucket(MARKED).replace("AWS::Lambda::Function", "AWS::Serverless::Function"),
    /Nothing allows S3 to send to Function/,
  ],
  [
    "another service is allowed",
    bucket(MARKED) + permission("Principal: sns.amazonaws.com", "!Ref Function"),
    /does not let s3.amazonaws.com send from Uploads to Function/,
  ],
  [
    "allowed by what is created after the bucket",
    bucket(MARKED) + permission(`${S3}, SourceArn: !GetAtt Uploads.Arn`, "!Ref Function"),
    /Permission refers to Uploads and is created after it/,
  ],
  ["allowed in no order", bucket(MARKED) + permission(S3, "!Ref Function"), /may be created before Permission/],
  ["allowed before", bucket(PLAIN, "DependsOn: Permission") + permission(S3, "!Ref Function")],
  ["allowed by the name of a function", bucket(PLAIN) + permission(S3, "uploads")],
  ["a function of elsewhere", bucket("!ImportValue a")],
  [
    "a nested stack that may allow it",
    `${bucket(PLAIN)}  Nested:
    Type: AWS::CloudFormation::Stack
    Properties: {TemplateURL: "https://a.s3.amazonaws.com/b", Parameters: {A: !Ref Function}}
`,
  ],
  ["a macro", `Transform: Mine\n${bucket(PLAIN)}`],
  [
    "a permission for another bucket",
    bucket(MARKED).replace("    Properties:\n", "    Properties:\n      BucketName: uploads\n") +
      permission("Principal: s3.amazonaws.com, SourceArn: arn:aws:s3:::downloads", "!Ref Function"),
    /aws:SourceArn/,
  ],
  [
    "a permission for a bucket's objects",
    bucket(MARKED).replace("    Properties:\n", "    Properties:\n      BucketName: !Ref Name\n") +
      permission('Principal: s3.amazonaws.com, SourceArn: !Sub "arn:aws:s3:::${Name}/*"', "!Ref Function"),
    /aws:SourceArn/,
  ],
  [
    "a policy for another principal",
    queue("Principal: {Service: sns.amazonaws.com}", "«!GetAtt Q.Arn»"),
    /Policy does not/,
  ],
  ["a policy for an account", queue('Principal: {AWS: "111122223333"}', "«!GetAtt Q.Arn»"), /Policy does not/],
  [
    "a policy for another bucket",
    queue(
      'Principal: "*", Condition: {ArnLike: {aws:SourceArn: "arn:aws:s3:*:*:uploads"}}, Action: sqs:ReceiveMessage',
      "«!GetAtt Q.Arn»",
    ),
    /Policy does not/,
  ],
  [
    "a policy that is there only where the bucket is not",
    CHOSEN("Never", "«!GetAtt Q.Arn»"),
    /^Nothing allows S3 to send to Q/,
  ],
  ["a policy that is there where the bucket is", CHOSEN("Here", "!GetAtt Q.Arn")],
  [
    "a policy for another bucket of the template",
    `${queue('Principal: "*", Condition: {ArnLike: {aws:SourceArn: !GetAtt Other.Arn}}', "«!GetAtt Q.Arn»")}  Other:\n    Type: AWS::S3::Bucket\n`,
  ],
  [
    "a policy for a bucket of another beginning",
    queue(
      'Principal: "*", Condition: {ArnLike: {aws:SourceArn: !Sub "arn:aws:s3:::in-${AWS::AccountId}"}}',
      "«!GetAtt Q.Arn»",
    ).replace("BucketName: uploads", 'BucketName: !Sub "up-${AWS::AccountId}"'),
  ],
  [
    "a policy for the bucket, composed otherwise",
    queue(
      'Principal: "*", Condition: {ArnLike: {aws:SourceArn: !Join ["-", ["arn:aws:s3:::up", !Ref AWS::AccountId]]}}',
      "!GetAtt Q.Arn",
    ).replace("BucketName: uploads", 'BucketName: !Sub "up-${AWS::AccountId}"'),
  ],
  [
    "a policy for the account",
    queue("Principal: {AWS: !Ref AWS::AccountId}, Action: sqs:SendMessage", "«!GetAtt Q.Arn»"),
  ],
  ["a policy for S3", queue("Principal: {Service: s3.amazonaws.com}", "!GetAtt Q.Arn")],
  [
    "a policy for a bucket of this beginning",
    queue('Principal: "*", Condition: {ArnLike: {aws:SourceArn: "arn:aws:s3:::up*"}}', "!GetAtt Q.Arn"),
  ],
  ["a policy for what a parameter names", queue("Principal: {Service: !Ref Service}", "!GetAtt Q.Arn")],
  [
    "a topic without a policy",
    "Resources:\n  B:\n    Type: AWS::S3::Bucket\n    Properties:\n      NotificationConfiguration:\n        TopicConfigurations: [{Event: s3:*, Topic: «!Ref T»}]\n  T: {Type: AWS::SNS::Topic}\n",
    /AWS::SNS::TopicPolicy/,
  ],
];

const OVERLAPPING = (one: string, other: string): string =>
  `Resources:\n  B:\n    Type: AWS::S3::Bucket\n    Properties:\n      NotificationConfiguration:\n        QueueConfigurations: [{Event: s3:ObjectCreated:*, Queue: !Ref A${one}}]\n        TopicConfigurations: [{Event: ${other}}]\n`;
const FILTER = (name: string, value: string): string =>
  `, Filter: {S3Key: {Rules: [{Name: ${name}, Value: ${value}}]}}`;

const CONFIGURATIONS: typeof TABLE = [
  ["one event twice", OVERLAPPING("", "«s3:ObjectCreated:Put», Topic: !Ref C"), /“Configurations overlap/],
  ["two events", OVERLAPPING("", "s3:ObjectRemoved:*, Topic: !Ref C")],
  [
    "one beginning within another",
    OVERLAPPING(FILTER("prefix", "a/"), `«s3:ObjectCreated:*», Topic: !Ref C${FILTER("Prefix", "a/b/")}`),
  ],
  [
    "two endings",
    OVERLAPPING(FILTER("suffix", ".jpg"), `s3:ObjectCreated:*, Topic: !Ref C${FILTER("suffix", ".png")}`),
  ],
  [
    "a beginning that can't be told",
    OVERLAPPING(FILTER("prefix", "!Ref P"), `s3:ObjectCreated:*, Topic: !Ref C${FILTER("prefix", "a")}`),
  ],
  [
    "a FIFO queue",
    queue('Principal: "*"', "«!GetAtt Q.Arn»").replace("Queue}", "Queue, Properties: {FifoQueue: true}}"),
  ],
  [
    "a queue that is encrypted with AWS's key",
    queue('Principal: "*"', "«!GetAtt Q.Arn»").replace("Queue}", "Queue, Properties: {KmsMasterKeyId: alias/aws/sqs}}"),
    /use a key of your own/,
  ],
  ["a usual queue", queue('Principal: "*"', "!GetAtt Q.Arn")],
];

describe("notification-configuration", () => {
  for (const [name, source, message] of CONFIGURATIONS)
    it(name, () => checkRule("notification-configuration", source, message, "error"));
});

describe("bucket-notification", () => {
  for (const [name, source, message] of TABLE) it(name, () => checkRule(CODE, source, message));

  it("adds the dependency", () => {
    const text = bucket(PLAIN) + permission(S3, "!Ref Function");
    const mended = fixed(CODE, text);
    assert.equal(mended, bucket(PLAIN, "DependsOn: Permission") + permission(S3, "!Ref Function"));
    assert.ok(!found(mended).some(({ code }) => code === CODE));
  });
});
