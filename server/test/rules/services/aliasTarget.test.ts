import { checkRows } from "../checkRule.ts";

const alias = (target: string, more = "", name = "origin.example.org"): string => `Parameters:
  Id: {Type: AWS::Route53::HostedZone::Id}
  Host: {Type: String}
Resources:
  Zone: {Type: AWS::Route53::HostedZone, Properties: {Name: example.org}}
  Origin: {Type: AWS::Route53::RecordSet, Properties: {HostedZoneId: !Ref Zone, Name: ${name}, Type: A, TTL: "60", ResourceRecords: [192.0.2.1]}}
  Site: {Type: AWS::Route53::RecordSet, Properties: {HostedZoneId: !Ref Zone, Name: www.example.org, Type: A, AliasTarget: ${target}}}
${more}`;
const OTHER = "  Other: {Type: Custom::Records, Properties: {ServiceToken: !Ref Host, Zone: !Ref Zone}}\n";

describe("alias-target", () => {
  checkRows([
    [
      "alias-target",
      "a record that is not there",
      alias("{HostedZoneId: !Ref Zone, DNSName: «origins.example.org»}"),
      /Nothing makes the record origins\.example\.org in Zone \(“but that target was not found”\)/,
      "error",
    ],
    ["alias-target", "one that is", alias("{HostedZoneId: !Ref Zone, DNSName: Origin.example.org.}")],
    ["alias-target", "a zone that exists already", alias("{HostedZoneId: !Ref Id, DNSName: x.example.org}")],
    [
      "alias-target",
      "a name of a parameter",
      alias("{HostedZoneId: !Ref Zone, DNSName: x.example.org}", "", '!Sub "${Host}.example.org"'),
    ],
    ["alias-target", "a wildcard", alias("{HostedZoneId: !Ref Zone, DNSName: x.example.org}", "", '"*.example.org"')],
    ["alias-target", "records that others make", alias("{HostedZoneId: !Ref Zone, DNSName: x.example.org}", OTHER)],
  ]);
});
