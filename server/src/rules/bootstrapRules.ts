import { bootstrapHupPath } from "./bootstrapHupPath.ts";
import { bootstrapConfigsetUnknownConfig } from "./bootstrapConfigsetUnknownConfig.ts";
import { bootstrapInitUnknownConfigset } from "./bootstrapInitUnknownConfigset.ts";
import { bootstrapInitUnknownResource } from "./bootstrapInitUnknownResource.ts";
import { bootstrapSignalCount } from "./bootstrapSignalCount.ts";
import { bootstrapSignalNotAwaited } from "./bootstrapSignalNotAwaited.ts";
import { bootstrapSignalOtherResource } from "./bootstrapSignalOtherResource.ts";
import { bootstrapSignalUnknownResource } from "./bootstrapSignalUnknownResource.ts";
import { bootstrapUnsignalled } from "./bootstrapUnsignalled.ts";
import type { TemplateRule } from "./rule.ts";

/** The rules on bootstrapping: signals, policies, cfn-init and cfn-hup as one mechanism. */
export const bootstrapRules: readonly TemplateRule[] = [
  bootstrapSignalUnknownResource,
  bootstrapSignalNotAwaited,
  bootstrapSignalOtherResource,
  bootstrapUnsignalled,
  bootstrapSignalCount,
  bootstrapInitUnknownResource,
  bootstrapInitUnknownConfigset,
  bootstrapConfigsetUnknownConfig,
  bootstrapHupPath,
];
