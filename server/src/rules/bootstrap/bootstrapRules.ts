import type { BareRule } from "../engine/rule.ts";
import { bootstrapConfigsetUnknownConfig } from "./bootstrapConfigsetUnknownConfig.ts";
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
import { bootstrapSuspendProcesses } from "./bootstrapSuspendProcesses.ts";
import { initFileMode } from "./initFileMode.ts";
import { bootstrapAlwaysSuccess } from "./signals/bootstrapAlwaysSuccess.ts";
import { bootstrapErrexit } from "./signals/bootstrapErrexit.ts";
import { bootstrapExitCode } from "./signals/bootstrapExitCode.ts";
import { bootstrapSignalCount } from "./signals/bootstrapSignalCount.ts";
import { bootstrapSignalCredentials } from "./signals/bootstrapSignalCredentials.ts";
import { bootstrapSignalEarly } from "./signals/bootstrapSignalEarly.ts";
import { bootstrapSignalNotAwaited } from "./signals/bootstrapSignalNotAwaited.ts";
import { bootstrapSignalOtherResource } from "./signals/bootstrapSignalOtherResource.ts";
import { bootstrapSignalUnknownResource } from "./signals/bootstrapSignalUnknownResource.ts";
import { bootstrapTimeout } from "./signals/bootstrapTimeout.ts";
import { bootstrapUnsignalled } from "./signals/bootstrapUnsignalled.ts";
import { bootstrapWaitCondition } from "./signals/bootstrapWaitCondition.ts";

/** The rules on bootstrapping: signals, policies, cfn-init and cfn-hup as one mechanism. */
export const bootstrapRules: Readonly<Record<string, BareRule>> = {
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
};
