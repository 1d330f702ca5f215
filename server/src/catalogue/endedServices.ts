// Source: AWS's announcements of ended services (product lifecycle page and the services' own guides).

/** Services that no longer exist, or end on a day that AWS has named: by namespace, the last day. */
const ENDED: Readonly<Record<string, string>> = {
  AppMesh: "2026-09-30",
  CodeStar: "2024-07-31",
  Evidently: "2025-10-16",
  Inspector: "2026-05-20",
  IoT1Click: "2024-12-16",
  IoTAnalytics: "2025-12-15",
  IoTEvents: "2026-05-20",
  IoTFleetHub: "2025-10-18",
  KinesisAnalytics: "2026-01-27",
  LookoutEquipment: "2026-10-07",
  LookoutMetrics: "2025-10-10",
  LookoutVision: "2025-10-31",
  MediaStore: "2025-11-13",
  NimbleStudio: "2024-10-22",
  OpsWorks: "2024-05-26",
  OpsWorksCM: "2024-05-05",
  Panorama: "2026-05-31",
  Pinpoint: "2026-10-30",
  Proton: "2026-10-07",
  QLDB: "2025-07-31",
  RoboMaker: "2025-09-10",
  SimSpaceWeaver: "2026-05-20",
  VoiceID: "2026-05-20",
  WAF: "2025-09-30",
  WAFRegional: "2025-09-30",
};

/** Whether a type belongs to a service that has ended, and when (ISO date). */
export function endOf(type: string): { readonly deprecated: boolean; readonly ended?: string } {
  const service = type.split("::")[1] ?? "";
  const ended = Object.hasOwn(ENDED, service) ? ENDED[service] : undefined;
  return ended === undefined ? { deprecated: false } : { deprecated: true, ended };
}
