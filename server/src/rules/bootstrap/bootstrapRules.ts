import type { Rule } from "../engine/rule.ts";
import { bootstrapAlwaysSuccess } from "./bootstrapAlwaysSuccess.ts";
import { bootstrapConfigsetUnknownConfig } from "./bootstrapConfigsetUnknownConfig.ts";
import { bootstrapErrexit } from "./bootstrapErrexit.ts";
import { bootstrapExitCode } from "./bootstrapExitCode.ts";
import { bootstrapHupConf } from "./bootstrapHupConf.ts";
import { bootstrapHupPath } from "./bootstrapHupPath.ts";
import { bootstrapInitShape } from "./bootstrapInitShape.ts";
import { bootstrapInitUnknownConfigset } from "./bootstrapInitUnknownConfigset.ts";
import { bootstrapInitUnknownResource } from "./bootstrapInitUnknownResource.ts";
import { bootstrapInitUnused } from "./bootstrapInitUnused.ts";
import { bootstrapMissingOption } from "./bootstrapMissingOption.ts";
import { bootstrapNoInterpreter } from "./bootstrapNoInterpreter.ts";
import { bootstrapNoUpdatePolicy } from "./bootstrapNoUpdatePolicy.ts";
import { bootstrapOneLine } from "./bootstrapOneLine.ts";
import { bootstrapRollingUpdate } from "./bootstrapRollingUpdate.ts";
import { bootstrapServiceRestart } from "./bootstrapServiceRestart.ts";
import { bootstrapSignalCount } from "./bootstrapSignalCount.ts";
import { bootstrapSignalCredentials } from "./bootstrapSignalCredentials.ts";
import { bootstrapSignalEarly } from "./bootstrapSignalEarly.ts";
import { bootstrapSignalNotAwaited } from "./bootstrapSignalNotAwaited.ts";
import { bootstrapSignalOtherResource } from "./bootstrapSignalOtherResource.ts";
import { bootstrapSignalUnknownResource } from "./bootstrapSignalUnknownResource.ts";
import { bootstrapSuspendProcesses } from "./bootstrapSuspendProcesses.ts";
import { bootstrapTimeout } from "./bootstrapTimeout.ts";
import { bootstrapUnsignalled } from "./bootstrapUnsignalled.ts";
import { bootstrapWaitCondition } from "./bootstrapWaitCondition.ts";
import { initFileMode } from "./initFileMode.ts";

/** The rules on bootstrapping: signals, policies, cfn-init and cfn-hup as one mechanism. */
export const bootstrapRules: readonly Rule[] = [
  bootstrapSignalUnknownResource,
  bootstrapSignalNotAwaited,
  bootstrapSignalOtherResource,
  bootstrapUnsignalled,
  bootstrapSignalCount,
  bootstrapInitUnknownResource,
  bootstrapInitUnknownConfigset,
  bootstrapConfigsetUnknownConfig,
  bootstrapHupPath,
  bootstrapTimeout,
  bootstrapRollingUpdate,
  bootstrapSuspendProcesses,
  bootstrapNoUpdatePolicy,
  bootstrapErrexit,
  bootstrapExitCode,
  bootstrapAlwaysSuccess,
  bootstrapSignalEarly,
  bootstrapMissingOption,
  bootstrapInitUnused,
  bootstrapInitShape,
  bootstrapServiceRestart,
  bootstrapHupConf,
  bootstrapSignalCredentials,
  bootstrapOneLine,
  bootstrapNoInterpreter,
  bootstrapWaitCondition,
  initFileMode,
];
