import { properties, resource, script } from "./noteAt.ts";

const record = (body: string): string => properties("AWS::Route53::RecordSet", body);
const check = (body: string): string =>
  properties("AWS::Route53::HealthCheck", `HealthCheckConfig:\n${body.replace(/^/gm, "  ")}`);
const elb = (body: string): string => properties("AWS::ElasticLoadBalancing::LoadBalancer", body);
const group = (body: string): string => resource("AWS::AutoScaling::AutoScalingGroup", body);
const rolling = (body: string): string =>
  group(`UpdatePolicy:\n  AutoScalingRollingUpdate:\n${body.replace(/^/gm, "    ")}`);
const attribute = (key: string): string => `- Key: ${key}\n  Value: x`;
const albAttribute = (key: string): string =>
  properties(
    "AWS::ElasticLoadBalancingV2::LoadBalancer",
    `LoadBalancerAttributes:\n${attribute(key).replace(/^/gm, "  ")}`,
  );
const targetAttribute = (key: string): string =>
  properties(
    "AWS::ElasticLoadBalancingV2::TargetGroup",
    `TargetGroupAttributes:\n${attribute(key).replace(/^/gm, "  ")}`,
  );
const alarm = (metric: string): string => properties("AWS::CloudWatch::Alarm", `MetricName: ${metric}`);
const dashboard = (metric: string): string =>
  properties(
    "AWS::CloudWatch::Dashboard",
    `DashboardBody: |\n  {"widgets":[{"properties":{"metrics":[["AWS/ELB","${metric}"]]}}]}`,
  );
const init = (body: string): string =>
  resource("AWS::EC2::Instance", `Metadata:\n  AWS::CloudFormation::Init:\n${body.replace(/^/gm, "    ")}`);
const cdn = (body: string): string =>
  properties("AWS::CloudFront::Distribution", `DistributionConfig:\n${body.replace(/^/gm, "  ")}`);

/** A place for each row of what study notes hold, by a name that the tables of the tests refer to. */
export const PLACES: Readonly<Record<string, string>> = {
  recordSet: resource("AWS::Route53::Rec<|>ordSet"),
  recordSetId: resource("AWS::Route53::RecordSet").replace("Thing", "Th<|>ing"),
  hostedZone: resource("AWS::Route53::Hosted<|>Zone"),
  recordType: record("Ty<|>pe: A"),
  recordA: record("Type: <|>A"),
  recordAaaa: record("Type: AA<|>AA"),
  recordCname: record("Type: CN<|>AME"),
  recordMx: record("Type: M<|>X"),
  recordNs: record("Type: N<|>S"),
  recordSoa: record("Type: S<|>OA"),
  recordInGroup: properties("AWS::Route53::RecordSetGroup", "RecordSets:\n  - Type: AA<|>AA"),
  aliasTarget: record("Alias<|>Target:\n  DNSName: x"),
  region: record("Reg<|>ion: us-east-1"),
  regionValue: record("Region: us-e<|>ast-1"),
  failover: record("Fail<|>over: PRIMARY"),
  failoverPrimary: record("Failover: PRIM<|>ARY"),
  failoverSecondary: record("Failover: SECON<|>DARY"),
  evaluateTargetHealth: record("AliasTarget:\n  Evaluate<|>TargetHealth: true"),
  healthCheck: resource("AWS::Route53::Health<|>Check"),
  healthCheckEndpoint: check("Type: HT<|>TPS"),
  healthCheckCalculated: check("Type: CALC<|>ULATED"),
  healthCheckAlarm: check("Type: CLOUDWATCH_<|>METRIC"),
  childHealthChecks: check("Child<|>HealthChecks: []"),
  healthThreshold: check("Health<|>Threshold: 1"),
  alarmIdentifier: check("Alarm<|>Identifier:\n  Name: x"),
  recordHealthCheckId: record("HealthCheck<|>Id: x"),
  distribution: resource("AWS::CloudFront::Distri<|>bution"),
  queryString: cdn("DefaultCacheBehavior:\n  ForwardedValues:\n    Query<|>String: true"),
  maxTtl: cdn("DefaultCacheBehavior:\n  Max<|>TTL: 1"),
  createInvalidation: script("#!/bin/bash\naws cloudfront create-inva<|>lidation --distribution-id X"),
  createInvalidationBuildSpec: properties(
    "AWS::CodeBuild::Project",
    "Source:\n  BuildSpec: |\n    phases:\n      build:\n        commands:\n          - aws cloud<|>front create-invalidation --distribution-id X",
  ),
  customOrigin: cdn("Origins:\n  - Custom<|>OriginConfig:\n      OriginProtocolPolicy: https-only"),
  viewerCertificate: cdn("Viewer<|>Certificate:\n  AcmCertificateArn: x"),
  acmCertificateArn: cdn("ViewerCertificate:\n  AcmCert<|>ificateArn: x"),
  classicLoadBalancer: resource("AWS::ElasticLoadBalancing::Load<|>Balancer"),
  loadBalancer: resource("AWS::ElasticLoadBalancingV2::Load<|>Balancer"),
  networkLoadBalancer: properties("AWS::ElasticLoadBalancingV2::LoadBalancer", "Type: net<|>work"),
  xff: albAttribute("routing.http.xff_header_<|>processing.mode"),
  xffInText: script("#!/bin/bash\necho 'LogFormat \"%{X-Forw<|>arded-For}i\"' >> httpd.conf"),
  cookiePolicy: elb("LBCookie<|>StickinessPolicy: []"),
  stickiness: targetAttribute("stickiness.<|>enabled"),
  connectionDraining: elb("Connection<|>DrainingPolicy:\n  Enabled: true"),
  connectionDrainingEnabled: elb("ConnectionDrainingPolicy:\n  Enab<|>led: true"),
  connectionDrainingTimeout: elb("ConnectionDrainingPolicy:\n  Time<|>out: 300"),
  deregistrationDelay: targetAttribute("deregistration_delay.<|>timeout_seconds"),
  accessLogging: elb("Access<|>LoggingPolicy:\n  Enabled: true"),
  accessLogs: albAttribute("access_logs.s3.<|>enabled"),
  backend4xx: alarm("HTTPCode_Back<|>end_4XX"),
  backend5xx: alarm("HTTPCode_Back<|>end_5XX"),
  target5xx: alarm("HTTPCode_Target_<|>5XX_Count"),
  elb4xx: alarm("HTTPCode_EL<|>B_4XX"),
  elb5xx: dashboard("HTTPCode_EL<|>B_5XX"),
  surgeQueue: alarm("SurgeQueue<|>Length"),
  spillover: alarm("Spill<|>overCount"),
  spilloverDashboard: dashboard("Spill<|>overCount"),
  requestCount: alarm("Request<|>Count"),
  unhealthyHosts: alarm("UnHealthy<|>HostCount"),
  sslPolicy: properties("AWS::ElasticLoadBalancingV2::Listener", "Ssl<|>Policy: x"),
  autoScalingGroup: resource("AWS::AutoScaling::Auto<|>ScalingGroup"),
  scalingPolicy: resource("AWS::AutoScaling::Scaling<|>Policy"),
  estimatedWarmup: properties("AWS::AutoScaling::ScalingPolicy", "Estimated<|>InstanceWarmup: 60"),
  scheme: properties("AWS::ElasticLoadBalancingV2::LoadBalancer", "Sch<|>eme: internal"),
  addToLoadBalancer: rolling("SuspendProcesses:\n  - AddTo<|>LoadBalancer"),
  beanstalkEnvironment: resource("AWS::ElasticBeanstalk::Envir<|>onment"),
  opsWorksStack: resource("AWS::OpsWorks::St<|>ack"),
  opsWorksServer: resource("AWS::OpsWorksCM::Ser<|>ver"),
  beanstalkLogStreaming: properties(
    "AWS::ElasticBeanstalk::Environment",
    "OptionSettings:\n  - Namespace: aws:elasticbeanstalk:cloud<|>watch:logs\n    OptionName: StreamLogs",
  ),
  beanstalkLogRotation: properties(
    "AWS::ElasticBeanstalk::Environment",
    "OptionSettings:\n  - Namespace: aws:elasticbeanstalk:hostmanager\n    OptionName: LogPublication<|>Control",
  ),
  ebLogs: script("#!/bin/bash\neb lo<|>gs"),
  formatVersion: "AWSTemplate<|>FormatVersion: 2010-09-09\nResources: {}\n",
  nestedStack: resource("AWS::CloudFormation::St<|>ack"),
  resources: "Resour<|>ces:\n  A:\n    Type: AWS::SNS::Topic\n",
  mappings: `Map<|>pings:\n  M:\n    a:\n      b: c\n${resource("AWS::SNS::Topic")}`,
  outputs: `${resource("AWS::SNS::Topic")}Out<|>puts:\n  O:\n    Value: x\n`,
  conditions: `Condi<|>tions:\n  C: !Equals [a, b]\n${resource("AWS::SNS::Topic")}`,
  findInMap: properties("AWS::EC2::Instance", "ImageId: !Find<|>InMap [M, !Ref AWS::Region, ami]"),
  importValue: properties("AWS::EC2::Instance", "SubnetId: !Import<|>Value subnet"),
  exportKey: `${resource("AWS::SNS::Topic")}Outputs:\n  O:\n    Value: x\n    Ex<|>port:\n      Name: y\n`,
  resourceCondition: resource("AWS::SNS::Topic", "Condi<|>tion: C"),
  creationPolicy: group("Creation<|>Policy:\n  ResourceSignal:\n    Count: 1"),
  resourceSignal: group("CreationPolicy:\n  Resource<|>Signal:\n    Count: 1"),
  signalCount: group("CreationPolicy:\n  ResourceSignal:\n    Cou<|>nt: 1"),
  signalTimeout: group("CreationPolicy:\n  ResourceSignal:\n    Time<|>out: PT5M"),
  signalTimeoutValue: group("CreationPolicy:\n  ResourceSignal:\n    Timeout: PT<|>5M"),
  dependsOn: group("Depends<|>On: Other"),
  updatePolicy: group("Update<|>Policy:\n  AutoScalingRollingUpdate:\n    PauseTime: PT5M"),
  rollingUpdate: group("UpdatePolicy:\n  AutoScaling<|>RollingUpdate:\n    PauseTime: PT5M"),
  minInstances: rolling("MinInstances<|>InService: 1"),
  pauseTime: rolling("Pause<|>Time: PT5M"),
  updateReplacePolicy: group("UpdateReplace<|>Policy: Retain"),
  updateReplaceSnapshot: group("UpdateReplacePolicy: Snap<|>shot"),
  deletionPolicy: group("Deletion<|>Policy: Retain"),
  deletionRetain: group("DeletionPolicy: Ret<|>ain"),
  deletionSnapshot: group("DeletionPolicy: Snap<|>shot"),
  deletionDelete: group("DeletionPolicy: Del<|>ete"),
  initMetadata: init("config:\n  packages: {}").replace("::Init", "::In<|>it"),
  initPackages: init("config:\n  pack<|>ages:\n    yum:\n      httpd: []"),
  cfnInit: script("#!/bin/bash\n/opt/aws/bin/cfn-in<|>it -v --stack s --resource R"),
  cfnGetMetadata: script("#!/bin/bash\ncfn-get-meta<|>data --stack s"),
  cfnSignal: script("#!/bin/bash\nyum update\n/opt/aws/bin/cfn-sig<|>nal -e $? --stack s --resource R"),
  cfnHup: script("#!/bin/bash\nsystemctl start cfn-h<|>up"),
  cfnHupConf: init("config:\n  files:\n    /etc/cfn/cfn-<|>hup.conf:\n      content: x"),
  serverlessTransform: `Transform: AWS::Server<|>less-2016-10-31\n${resource("AWS::SNS::Topic")}`,
  serverlessFunction: resource("AWS::Serverless::Fun<|>ction"),

  // Where nothing of it belongs.
  lambdaTimeout: properties("AWS::Lambda::Function", "Time<|>out: 30"),
  lambdaTimeoutValue: properties("AWS::Lambda::Function", "Timeout: 3<|>0"),
  parameterType: `Parameters:\n  P:\n    Type: Str<|>ing\n${resource("AWS::SNS::Topic")}`,
  parameterTypeKey: `Parameters:\n  P:\n    Ty<|>pe: String\n${resource("AWS::SNS::Topic")}`,
  listenerActionType: properties("AWS::ElasticLoadBalancingV2::Listener", "DefaultActions:\n  - Ty<|>pe: forward"),
  bucketOutputs: properties("Custom::Thing", "Out<|>puts: x"),
  outputName: `${resource("AWS::SNS::Topic")}Outputs:\n  Resou<|>rces:\n    Value: x\n`,
  distributionEnabled: cdn("Enab<|>led: true"),
  healthCheckOfTargetGroup: properties("AWS::ElasticLoadBalancingV2::TargetGroup", "HealthCheck<|>Path: /"),
  waitConditionTimeout: properties("AWS::CloudFormation::WaitCondition", "Time<|>out: 300"),
  ssmParameterType: properties("AWS::SSM::Parameter", "Type: Str<|>ing"),
  topicName: properties("AWS::SNS::Topic", "Topic<|>Name: A"),
  topicNameValue: properties("AWS::SNS::Topic", "TopicName: <|>A"),
  bucketAccess: properties("AWS::S3::Bucket", "Logging<|>Configuration: {}"),
  otherWord: script("#!/bin/bash\nyum up<|>date -y"),
  ecsRegion: properties("Custom::Thing", "Reg<|>ion: us-east-1"),
  launchProcess: rolling("SuspendProcesses:\n  - Lau<|>nch"),
  bucketRetention: properties("AWS::Logs::LogGroup", "RetentionIn<|>Days: 7"),
};
