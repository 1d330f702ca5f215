import { equal } from "node:assert/strict";
import { checkRows, fixed, type Row } from "../checkRule.ts";

const CODE = "yaml-number";

const tag = (value: string): string => `Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
      Tags:
        - Key: code
          Value: ${value}
`;

const share = (account: string): string => `Resources:
  Share:
    Type: AWS::ServiceCatalog::PortfolioShare
    Properties:
      PortfolioId: port-abc123
      AccountId: ${account}
`;

const database = (property: string): string => `Resources:
  Database:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      ${property}
`;

const parameter = (name: string, type: string, rest: string): string => `Parameters:
  ${name}:
    Type: ${type}
    ${rest}
`;

/** What is written, and what arrives: as people saw it, or as Java writes such a number. */
const READ: readonly (readonly [string, string])[] = [
  ["0300", "192"],
  ["00000000000012", "10"],
  ["00", "0"],
  ["08", "8.0"],
  ["012345678901", "1.2345678901E10"],
  ["012345670123", "1402433619"],
  ["12345e67", "1.2345E71"],
  ["1e3", "1000.0"],
  ["5E7", "5.0E7"],
];

describe(CODE, () => {
  checkRows(
    READ.map(
      ([written, arrives]): Row => [
        CODE,
        `${written} in a tag`,
        tag(`«${written}»`),
        new RegExp(`Value gets “${arrives.replaceAll(".", "\\.")}”\\. Write "${written}"`),
        "warning",
      ],
    ),
  );

  checkRows([
    [CODE, "in quotes", tag('"0300"')],
    [CODE, "what arrives as it is written", tag("300")],
    [CODE, "a decimal that is no version", tag("0.50")],
    [CODE, "hexadecimal", tag("0x1F")],
    [CODE, "a sign", tag("+819012345678")],
    [CODE, "base 60", tag("12:30")],
    [CODE, "more than a number can be", tag("1e999")],
    [CODE, "an octal account ID", share("«012345670123»"), /an octal number.*“1402433619”, but it must/, "error"],
    [CODE, "an account ID", share("«098765432109»"), /“9\.8765432109E10”, but it must/, "error"],
    [CODE, "an account ID that is whole", share("123456789012")],
    [CODE, "a version", database("EngineVersion: «16.10»"), /as a number: EngineVersion gets “16\.1”\./, "warning"],
    [CODE, "a version with zeros", database("EngineVersion: «5.00»"), /“5\.0”/],
    [CODE, "versions that stay", database("EngineVersion: 12.0")],
    [CODE, "a property that is a number", database("BackupRetentionPeriod: 07")],
    [CODE, "a branch", database("EngineVersion: !If [New, «16.10», 16.9]")],
    [CODE, "a default", parameter("Account", "String", "Default: «012345678901»"), /Default gets “1\.2345678901E10”/],
    [CODE, "a version's default", parameter("EngineVersion", "String", "Default: «16.10»")],
    [CODE, "another decimal's default", parameter("Price", "String", "Default: 0.10")],
    [CODE, "allowed values", parameter("Month", "String", "AllowedValues: [«01», «08», 10]"), undefined],
    [CODE, "a parameter that is a number", parameter("Month", "Number", "Default: 08")],
    [CODE, "a mapping's value", "Mappings:\n  Elb:\n    us-west-1:\n      Account: «027434742980»\n", /Account gets/],
    [CODE, "a mapping's list", "Mappings:\n  Elb:\n    us-west-1:\n      Accounts: [«027434742980», 1]\n"],
    [CODE, "a mapping's decimal", "Mappings:\n  Size:\n    prod:\n      Version: 1.10\n      Rate: 1e3\n"],
    [CODE, "an output", "Outputs:\n  Month:\n    Value: «08»\n", /Value gets “8\.0”/],
    [CODE, "an account among principals", policy("«012345678901»"), /AWS gets “1\.2345678901E10”/],
  ]);

  it("is put in quotes", () => equal(fixed(CODE, tag("0300")), tag('"0300"')));
});

function policy(account: string): string {
  return `Resources:
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: logs
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal:
              AWS: ${account}
            Action: s3:PutObject
            Resource: arn:aws:s3:::logs/*
`;
}
