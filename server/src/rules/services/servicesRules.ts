import type { Rule } from "../engine/rule.ts";
import { addressDomain } from "./addressDomain.ts";
import { alarmPeriod } from "./alarmPeriod.ts";
import { authorizerApi } from "./authorizerApi.ts";
import { bucketNotification } from "./bucketNotification.ts";
import { containerDefinition } from "./containerDefinition.ts";
import { databaseEngine } from "./databaseEngine.ts";
import { distributionCertificate } from "./distributionCertificate.ts";
import { distributionOrigin } from "./distributionOrigin.ts";
import { executionRole } from "./executionRole.ts";
import { fargateTask } from "./fargateTask.ts";
import { fifoName } from "./fifoName.ts";
import { functionPackage } from "./functionPackage.ts";
import { groupSize } from "./groupSize.ts";
import { hardCodedZone } from "./hardCodedZone.ts";
import { instanceClass } from "./instanceClass.ts";
import { listenerCertificate } from "./listenerCertificate.ts";
import { loadBalancerSubnets } from "./loadBalancerSubnets.ts";
import { localPath } from "./localPath.ts";
import { methodIntegration } from "./methodIntegration.ts";
import { missingDependsOn } from "./missingDependsOn.ts";
import { originAccess } from "./originAccess.ts";
import { physicalName } from "./physicalName.ts";
import { pipelineStages } from "./pipelineStages.ts";
import { primaryAddress } from "./primaryAddress.ts";
import { recordSet } from "./recordSet.ts";
import { roleTrust } from "./roleTrust.ts";
import { samApi } from "./samApi.ts";
import { samEventShape } from "./samEventShape.ts";
import { samEvents } from "./samEvents.ts";
import { samFunction } from "./samFunction.ts";
import { samLogicalId } from "./samLogicalId.ts";
import { scheduleExpression } from "./scheduleExpression.ts";
import { serviceLoadBalancer } from "./serviceLoadBalancer.ts";
import { serviceToken } from "./serviceToken.ts";
import { stateMachine } from "./stateMachine.ts";
import { subnetBlock } from "./subnetBlock.ts";
import { subnetZones } from "./subnetZones.ts";
import { tableDefinition } from "./tableDefinition.ts";
import { tooManyAssociations } from "./tooManyAssociations.ts";

/** The rules on what single services ask for, beyond the schemas. */
export const servicesRules: readonly Rule[] = [
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
];
