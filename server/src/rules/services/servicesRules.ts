import type { BareRule } from "../engine/rule.ts";
import { alarmPeriod } from "./alarmPeriod.ts";
import { alreadyExists } from "./alreadyExists.ts";
import { authorizerApi } from "./api/authorizerApi.ts";
import { methodIntegration } from "./api/methodIntegration.ts";
import { bucketNotification } from "./bucketNotification.ts";
import { containerDefinition } from "./containers/containerDefinition.ts";
import { executionRole } from "./containers/executionRole.ts";
import { fargateTask } from "./containers/fargateTask.ts";
import { serviceLoadBalancer } from "./containers/serviceLoadBalancer.ts";
import { databaseEngine } from "./databaseEngine.ts";
import { endpointType } from "./endpointType.ts";
import { eventPattern } from "./eventPattern.ts";
import { fifoName } from "./fifoName.ts";
import { fixedName } from "./fixedName.ts";
import { groupSize } from "./groupSize.ts";
import { instanceClass } from "./instanceClass.ts";
import { instanceProfile } from "./instanceProfile.ts";
import { eventSourceRole } from "./lambda/eventSourceRole.ts";
import { invokePermission } from "./lambda/invokePermission.ts";
import { snapStartVersion } from "./lambda/snapStartVersion.ts";
import { missingDependsOn } from "./missingDependsOn.ts";
import { addressDomain } from "./network/addressDomain.ts";
import { distributionCertificate } from "./network/distributionCertificate.ts";
import { distributionOrigin } from "./network/distributionOrigin.ts";
import { hardCodedZone } from "./network/hardCodedZone.ts";
import { listenerCertificate } from "./network/listenerCertificate.ts";
import { loadBalancerSubnets } from "./network/loadBalancerSubnets.ts";
import { originAccess } from "./network/originAccess.ts";
import { primaryAddress } from "./network/primaryAddress.ts";
import { recordSet } from "./network/recordSet.ts";
import { subnetBlock } from "./network/subnetBlock.ts";
import { subnetZones } from "./network/subnetZones.ts";
import { tooManyAssociations } from "./network/tooManyAssociations.ts";
import { zoneRegion } from "./network/zoneRegion.ts";
import { notificationConfiguration } from "./notificationConfiguration.ts";
import { physicalName } from "./physicalName.ts";
import { pipelineStages } from "./pipelineStages.ts";
import { rolePermission } from "./rolePermission.ts";
import { roleTrust } from "./roleTrust.ts";
import { functionPackage } from "./sam/functionPackage.ts";
import { localPath } from "./sam/localPath.ts";
import { samApi } from "./sam/samApi.ts";
import { samEventShape } from "./sam/samEventShape.ts";
import { samEvents } from "./sam/samEvents.ts";
import { samFunction } from "./sam/samFunction.ts";
import { samLogicalId } from "./sam/samLogicalId.ts";
import { samValue } from "./sam/samValue.ts";
import { scheduleExpression } from "./scheduleExpression.ts";
import { securityGroupVpc } from "./securityGroupVpc.ts";
import { serviceToken } from "./serviceToken.ts";
import { stateMachine } from "./stateMachine.ts";
import { tableDefinition } from "./tableDefinition.ts";
import { userDataSize } from "./userDataSize.ts";

/** The rules on what single services ask for, beyond the schemas. */
export const servicesRules: Readonly<Record<string, BareRule>> = {
  databaseEngine,
  listenerCertificate,
  loadBalancerSubnets,
  primaryAddress,
  authorizerApi,
  bucketNotification,
  hardCodedZone,
  localPath,
  serviceToken,
  addressDomain,
  tableDefinition,
  scheduleExpression,
  functionPackage,
  groupSize,
  alarmPeriod,
  fargateTask,
  fifoName,
  distributionOrigin,
  recordSet,
  roleTrust,
  missingDependsOn,
  instanceClass,
  containerDefinition,
  subnetBlock,
  tooManyAssociations,
  pipelineStages,
  stateMachine,
  physicalName,
  samFunction,
  samApi,
  samEvents,
  samEventShape,
  samLogicalId,
  serviceLoadBalancer,
  executionRole,
  distributionCertificate,
  originAccess,
  subnetZones,
  methodIntegration,
  eventPattern,
  eventSourceRole,
  snapStartVersion,
  instanceProfile,
  alreadyExists,
  zoneRegion,
  notificationConfiguration,
  fixedName,
  invokePermission,
  endpointType,
  securityGroupVpc,
  rolePermission,
  samValue,
  userDataSize,
};
