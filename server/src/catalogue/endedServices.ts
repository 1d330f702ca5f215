import type { Localised } from "../text/localised.ts";

/** That a service or type has no future, or none for new customers. */
export interface Lifecycle {
  /** Since when new customers can't use it (ISO date). */
  readonly closed?: string;
  /** The day on which it ends for all (ISO date). */
  readonly ends?: string;
  /** What to use in its place. */
  readonly instead?: Localised;
  /** Where AWS says so. */
  readonly source: string;
}

type Row = readonly [
  name: string,
  closed: string | undefined,
  ends: string | undefined,
  source: string,
  instead?: Localised,
];

const DOCS = "https://docs.aws.amazon.com/";
// AWS General Reference, the lists of services in maintenance, in sunset, and in full shutdown (by way of the data of cfn-lint 1.51).
const MAINTENANCE = "general/latest/gr/maintenance_services.html";
const SUNSET = "general/latest/gr/sunset_services.html";
const SHUTDOWN = "general/latest/gr/full_shutdown_services.html";

const same = (text: string): Localised => ({ en: text, ja: text });

// The other sources are pages of the services' own guides, which have the notice at their top; read 2026-11-26.

/** By `AWS::Service` or type: what takes no new customers, and what has ended or will. */
const ROWS: readonly Row[] = [
  [
    "AWS::AppMesh",
    "2024-09-24",
    "2026-09-30",
    "app-mesh/latest/userguide/what-is-app-mesh.html",
    { en: "ECS Service Connect or VPC Lattice", ja: "ECS Service ConnectかVPC Lattice" },
  ],
  [
    "AWS::AppRunner",
    "2026-04-30",
    undefined,
    "apprunner/latest/dg/apprunner-availability-change.html",
    {
      en: "ECS Express Mode (AWS::ECS::ExpressGatewayService)",
      ja: "ECS Express Mode（AWS::ECS::ExpressGatewayService）",
    },
  ],
  [
    "AWS::AutoScaling::LaunchConfiguration",
    "2024-10-01",
    undefined,
    "autoscaling/ec2/userguide/launch-configurations.html",
    same("AWS::EC2::LaunchTemplate"),
  ],
  ["AWS::Cloud9", "2024-07-25", undefined, MAINTENANCE],
  [
    "AWS::CodeGuruReviewer",
    "2025-11-07",
    undefined,
    "codeguru/latest/reviewer-ug/codeguru-reviewer-availability-change.html",
  ],
  ["AWS::CodeStar", undefined, "2024-07-31", SHUTDOWN, same("CodePipeline")],
  [
    "AWS::DataPipeline",
    "2024-07-25",
    undefined,
    MAINTENANCE,
    { en: "Glue, Step Functions or MWAA", ja: "Glue、Step Functions、MWAA" },
  ],
  [
    "AWS::Evidently",
    undefined,
    "2025-10-17",
    SHUTDOWN,
    { en: "feature flags of AppConfig", ja: "AppConfigの機能フラグ" },
  ],
  ["AWS::FinSpace", "2025-10-07", "2026-10-07", "finspace/latest/data-api/amazon-finspace-end-of-support.html"],
  ["AWS::Forecast", "2024-07-29", undefined, MAINTENANCE, same("SageMaker Canvas")],
  ["AWS::FraudDetector", "2025-11-07", undefined, SUNSET],
  [
    "AWS::Greengrass",
    "2023-06-30",
    "2026-10-07",
    "greengrass/v1/developerguide/maintenance-policy.html",
    { en: "version 2 (AWS::GreengrassV2::ComponentVersion)", ja: "バージョン2（AWS::GreengrassV2::ComponentVersion）" },
  ],
  [
    "AWS::Inspector",
    "2025-05-20",
    "2026-05-20",
    "inspector/v1/userguide/inspector-migration.html",
    { en: "the types of AWS::InspectorV2", ja: "AWS::InspectorV2の型" },
  ],
  ["AWS::IoT1Click", undefined, "2024-12-16", "iot-1-click/latest/developerguide/doc-history.html"],
  ["AWS::IoTAnalytics", "2024-07-25", "2025-12-15", SHUTDOWN],
  ["AWS::IoTEvents", "2025-05-20", "2026-05-20", "iotevents/latest/developerguide/iotevents-commands.html"],
  ["AWS::IoTFleetHub", "2024-10-17", "2025-10-18", "iot/latest/fleethubuserguide/infrastructure-security.html"],
  ...["AccessPolicy", "Dashboard", "Portal", "Project"].map(
    (type): Row => [
      `AWS::IoTSiteWise::${type}`,
      "2025-11-07",
      undefined,
      "iot-sitewise/latest/appguide/iotsitewise-monitor-availability-change.html",
      same("Amazon Managed Grafana"),
    ],
  ),
  ["AWS::IoTThingsGraph", undefined, "2022-11-09", SHUTDOWN],
  [
    "AWS::KinesisAnalytics",
    "2025-10-15",
    "2026-01-27",
    "kinesisanalytics/latest/dev/what-is.html",
    {
      en: "Managed Service for Apache Flink (AWS::KinesisAnalyticsV2::Application)",
      ja: "Managed Service for Apache Flink（AWS::KinesisAnalyticsV2::Application）",
    },
  ],
  ["AWS::LookoutEquipment", "2024-10-17", "2026-10-07", "lookout-for-equipment/latest/userguide/doc-history.html"],
  [
    "AWS::LookoutMetrics",
    "2024-10-10",
    "2025-10-09",
    "cdk/api/v2/docs/aws-cdk-lib.aws_lookoutmetrics-readme.html",
    { en: "anomaly detection of CloudWatch", ja: "CloudWatchの異常検出" },
  ],
  ["AWS::LookoutVision", undefined, "2025-10-31", "lookout-for-vision/latest/developer-guide/su-awscli-sdk.html"],
  ["AWS::M2", "2025-11-07", undefined, "m2/latest/userguide/mainframe-modernization-availability-change.html"],
  [
    "AWS::MediaStore",
    undefined,
    "2025-11-13",
    "mediastore/latest/ug/what-is-regions.html",
    { en: "S3 or MediaPackage", ja: "S3かMediaPackage" },
  ],
  ["AWS::NimbleStudio", undefined, "2024-10-22", SHUTDOWN, same("Deadline Cloud")],
  ["AWS::Omics::AnnotationStore", "2025-11-07", undefined, "omics/latest/dev/variant-store-availability-change.html"],
  ["AWS::Omics::VariantStore", "2025-11-07", undefined, "omics/latest/dev/variant-store-availability-change.html"],
  [
    "AWS::OpsWorks",
    undefined,
    "2024-05-26",
    "opsworks/latest/APIReference/Welcome.html",
    {
      en: "Systems Manager, or an Auto Scaling group with cfn-init",
      ja: "Systems Manager、またはcfn-initを使うAuto Scalingグループ",
    },
  ],
  [
    "AWS::OpsWorksCM",
    undefined,
    "2024-05-05",
    "opsworks/latest/userguide/opscm-a2upgrade.html",
    same("Systems Manager"),
  ],
  ["AWS::Panorama", "2025-05-20", "2026-05-31", "panorama/latest/dev/panorama-end-of-support.html"],
  [
    "AWS::Pinpoint",
    "2025-05-20",
    "2026-10-30",
    SUNSET,
    { en: "Connect or End User Messaging", ja: "ConnectかEnd User Messaging" },
  ],
  ["AWS::Proton", "2025-10-07", "2026-10-07", "proton/latest/userguide/proton-end-of-support.html"],
  ["AWS::QLDB", "2024-07-18", "2025-07-31", SHUTDOWN, same("Aurora PostgreSQL")],
  ...["DBSecurityGroup", "DBSecurityGroupIngress"].map(
    (type): Row => [
      `AWS::RDS::${type}`,
      "2022-08-15",
      undefined,
      "AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbsecuritygroup.html",
      {
        en: "VPC security groups (AWS::EC2::SecurityGroup)",
        ja: "VPCのセキュリティグループ（AWS::EC2::SecurityGroup）",
      },
    ],
  ),
  ["AWS::RefactorSpaces", "2025-11-07", undefined, "migrationhub/latest/launchguide/doc-history.html"],
  ["AWS::RoboMaker", undefined, "2025-09-10", "robomaker/latest/dg/chapter-security.html", same("Batch")],
  ["AWS::S3ObjectLambda", "2025-11-07", undefined, "AmazonS3/latest/userguide/amazons3-ol-change.html"],
  ["AWS::SimSpaceWeaver", "2025-05-20", "2026-05-20", "simspaceweaver/latest/catalog/intro.html"],
  ["AWS::Timestream::Database", "2025-06-20", undefined, MAINTENANCE, same("Timestream for InfluxDB")],
  ["AWS::Timestream::ScheduledQuery", "2025-06-20", undefined, MAINTENANCE],
  ["AWS::Timestream::Table", "2025-06-20", undefined, MAINTENANCE, same("Timestream for InfluxDB")],
  ["AWS::VoiceID", "2025-05-20", "2026-05-20", "connect/latest/adminguide/voiceid-apis.html"],
  // It ends region by region, by dates that AWS tells its customers; the guide names this day for the end of support.
  [
    "AWS::WAF",
    "2025-09-30",
    undefined,
    "waf/latest/developerguide/classic-waf-chapter.html",
    { en: "the types of AWS::WAFv2", ja: "AWS::WAFv2の型" },
  ],
  [
    "AWS::WAFRegional",
    "2025-09-30",
    undefined,
    "waf/latest/developerguide/classic-waf-chapter.html",
    { en: "the types of AWS::WAFv2", ja: "AWS::WAFv2の型" },
  ],
];

/** All rows by their `AWS::Service` or type. */
export const ENDED_SERVICES: ReadonlyMap<string, Lifecycle> = new Map(
  ROWS.map(([name, closed, ends, source, instead]) => [
    name,
    {
      ...(closed !== undefined && { closed }),
      ...(ends !== undefined && { ends }),
      ...(instead && { instead }),
      source: DOCS + source,
    },
  ]),
);

/** What is known of the end of a type or its service; `undefined` where there is none in sight. */
export function lifecycleOf(type: string): Lifecycle | undefined {
  return ENDED_SERVICES.get(type) ?? ENDED_SERVICES.get(type.split("::", 2).join("::"));
}
