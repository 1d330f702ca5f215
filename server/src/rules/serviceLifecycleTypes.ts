/** Since when something is no longer what to build on, and what to use in its place. Keys are types or `AWS::Service::`. */
type Lifecycle = ReadonlyMap<string, { readonly since: string; readonly instead?: string }>;

// Source: AWS General Reference, "Services in maintenance", "Services in sunset" and "Services in full shutdown", read 2026-11.

/** Services that have ended: nothing of them can be created. */
export const shutDownTypes: Lifecycle = new Map([
  ["AWS::OpsWorks::", { since: "2024-05-26", instead: "Systems Manager, or an Auto Scaling group with cfn-init" }],
  ["AWS::OpsWorksCM::", { since: "2024-05-05", instead: "Systems Manager" }],
  ["AWS::CodeStar::", { since: "2024-07-31", instead: "CodePipeline" }],
  ["AWS::Evidently::", { since: "2025-10-17", instead: "AppConfig feature flags" }],
  ["AWS::IoTAnalytics::", { since: "2025-12-15" }],
  ["AWS::IoTEvents::", { since: "2026-05-20" }],
  ["AWS::IoTThingsGraph::", { since: "2022-11-09" }],
  ["AWS::NimbleStudio::", { since: "2024-06-30" }],
  ["AWS::QLDB::", { since: "2025-07-31", instead: "Aurora PostgreSQL" }],
  ["AWS::RoboMaker::", { since: "2025-09-10", instead: "Batch" }],
]);

/** Services and types that take no new customers, get no new features, or end soon. */
export const retiringTypes: Lifecycle = new Map([
  ["AWS::AutoScaling::LaunchConfiguration", { since: "2024-10-01", instead: "AWS::EC2::LaunchTemplate" }],
  ["AWS::AppMesh::", { since: "2024-09-24", instead: "ECS Service Connect or VPC Lattice" }],
  ["AWS::Cloud9::", { since: "2024-07-25" }],
  ["AWS::CodeGuruReviewer::", { since: "2025-10-07" }],
  ["AWS::FinSpace::", { since: "2025-10-07" }],
  ["AWS::Forecast::", { since: "2024-07-29", instead: "SageMaker Canvas" }],
  ["AWS::FraudDetector::", { since: "2025-11-07" }],
  ["AWS::Greengrass::", { since: "2023-06-30", instead: "AWS::GreengrassV2::ComponentVersion" }],
  ["AWS::Inspector::", { since: "2025-05-20", instead: "AWS::InspectorV2::Filter and its relatives" }],
  ["AWS::MediaStore::", { since: "2025-11-13", instead: "S3 or MediaPackage" }],
  ["AWS::Pinpoint::", { since: "2025-05-20", instead: "Connect or End User Messaging" }],
  ["AWS::Proton::", { since: "2025-10-07" }],
  ["AWS::SimSpaceWeaver::", { since: "2025-05-20" }],
  ["AWS::Timestream::Database", { since: "2025-06-20", instead: "Timestream for InfluxDB" }],
  ["AWS::Timestream::ScheduledQuery", { since: "2025-06-20" }],
  ["AWS::Timestream::Table", { since: "2025-06-20", instead: "Timestream for InfluxDB" }],
  ["AWS::WAF::", { since: "2025-05-01", instead: "AWS::WAFv2 types" }],
  ["AWS::WAFRegional::", { since: "2025-05-01", instead: "AWS::WAFv2 types" }],
]);
