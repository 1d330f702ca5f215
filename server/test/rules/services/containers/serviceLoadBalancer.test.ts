import assert from "node:assert/strict";
import { checkRule, fixed, found } from "../../checkRule.ts";

const CODE = "service-load-balancer";

const TASK = "NetworkMode: awsvpc, ContainerDefinitions: [{Name: web, Image: a, PortMappings: [{ContainerPort: 80}]}]";

interface Parts {
  readonly container?: string;
  readonly port?: string;
  readonly task?: string;
  readonly name?: string;
  readonly type?: string;
  readonly group?: string;
}

function service({ container = "web", port = "80", task = TASK, name = "Targets", type, group }: Parts): string {
  return `Resources:
  Service:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref Task
      LoadBalancers:
        - {ContainerName: ${container}, ContainerPort: ${port}, TargetGroupArn: ${group ?? "!Ref Targets"}}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {${task}}
  ${name}:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties:
      VpcId: vpc-12345678
      Port: 80
      Protocol: HTTP
${type === undefined ? "" : `      TargetType: ${type}\n`}`;
}

const IP = { type: "ip" };

const TABLE: readonly (readonly [name: string, source: string, message?: RegExp])[] = [
  ["all fits", service(IP)],
  [
    "awsvpc and instances",
    service({ name: "«Targets»" }),
    /“has target type instance, which is incompatible with the awsvpc network mode specified in the task definition”/,
  ],
  ["awsvpc and a written type", service({ type: "«instance»" }), /needs TargetType ip/],
  [
    "bridge and addresses",
    service({ type: "«ip»", task: TASK.replace("awsvpc", "bridge") }),
    /with the bridge network/,
  ],
  ["bridge and instances", service({ task: TASK.replace("awsvpc", "bridge") })],
  ["a mode that is not known", service({ task: TASK.replace("awsvpc", "!Ref Mode") })],
  ["a type that is not known", service({ type: "!Ref Type" })],
  ["a type by a condition", service({ type: "!If [A, ip, !Ref AWS::NoValue]" })],
  ["a target group of elsewhere", service({ group: "!ImportValue a" })],
  ["one of two target groups", service({ group: "!If [A, !Ref Targets, !Ref Others]" })],
  [
    "no such container",
    service({ ...IP, container: "«wbe»" }),
    /“The container wbe does not exist in the task definition”\): it has web\./,
  ],
  ["a container by a parameter", service({ ...IP, container: "!Ref Name" })],
  ["a container's name by a parameter", service({ ...IP, task: TASK.replace("Name: web", "Name: !Ref Name") })],
  [
    "a container that may be another",
    service({ ...IP, container: "api", task: TASK.replace("[{", "[!If [A, {Name: api, Image: b}, {Name: c}], {") }),
  ],
  [
    "no such port",
    service({ ...IP, port: "«8080»" }),
    /“did not have a container port 8080 defined”\): add it to its PortMappings, or use 80\./,
  ],
  [
    "no ports",
    service({ ...IP, port: "«80»", task: "NetworkMode: awsvpc, ContainerDefinitions: [{Name: web, Image: a}]" }),
    /add it to its PortMappings\./,
  ],
  [
    "no such port of a container by the same parameter",
    service({
      ...IP,
      container: "!Ref Name",
      port: "«443»",
      task: TASK.replace("Name: web", "Name: !Ref Name"),
    }),
    /has no port 443/,
  ],
  ["a port by a parameter", service({ ...IP, port: "!Ref Port" })],
  [
    "a container's port by a parameter",
    service({ ...IP, port: "8080", task: TASK.replace("Port: 80", "Port: !Ref P") }),
  ],
  ["a range of ports", service({ ...IP, task: TASK.replace("ContainerPort: 80", "ContainerPortRange: 80-90") })],
  [
    "ports by a condition",
    service({
      ...IP,
      port: "8080",
      task: TASK.replace("{ContainerPort: 80}", "!If [A, {ContainerPort: 80}, {ContainerPort: 8080}]"),
    }),
  ],
  [
    "a container that a macro adds to",
    service({ ...IP, port: "81", task: TASK.replace("Name: web", "Name: web, Fn::Transform: {Name: A}") }),
  ],
  [
    "a container that is named otherwise, whatever the parameter",
    `Parameters:\n  P: {Type: String}\n${service({ ...IP, container: "«!Ref P»", task: TASK.replace("Name: web", 'Name: !Sub "${P}-web"') })}`,
    /has no container \$\{P\} .*: it has \$\{P\}-web/,
  ],
  [
    "a container that is named the same, composed otherwise",
    `Parameters:\n  P: {Type: String}\n${service({ ...IP, container: '!Join ["-", [!Ref P, web]]', task: TASK.replace("Name: web", 'Name: !Sub "${P}-web"') })}`,
  ],
  ["a template of a macro", `Transform: Mine\n${service({})}`],
  ["a task of elsewhere", service({}).replace("!Ref Task", "web:1")],
];

describe(CODE, () => {
  for (const [name, source, message] of TABLE) it(name, () => checkRule(CODE, source, message, "error"));

  it("doubts a port by its default", () =>
    checkRule(
      CODE,
      `Parameters:\n  P: {Type: Number, Default: 8080}\n${service({ ...IP, port: "«!Ref P»" })}`,
      /has no port 8080/,
      "warning",
    ));

  it("names the target group once for two services", () => {
    const text = service({});
    const second = text.slice(text.indexOf("  Service:"), text.indexOf("  Task:")).replace("Service:", "Second:");
    assert.equal(found(text + second).filter(({ code }) => code === CODE).length, 1);
  });

  const FIXED: readonly (readonly [name: string, source: string, expected: string])[] = [
    ["adds the type", service({}), service(IP)],
    ["changes the type", service({ type: "instance" }), service(IP)],
    ["corrects the container", service({ ...IP, container: "wbe" }), service(IP)],
    ["uses the only port", service({ ...IP, port: "8080" }), service(IP)],
  ];
  for (const [name, source, expected] of FIXED) it(name, () => assert.equal(fixed(CODE, source), expected));
});
