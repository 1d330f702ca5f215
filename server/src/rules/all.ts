import { addressDomain } from "./addressDomain.ts";
import { alarmPeriod } from "./alarmPeriod.ts";
import { allPorts } from "./allPorts.ts";
import { authorizerApi } from "./authorizerApi.ts";
import { bootstrapRules } from "./bootstrapRules.ts";
import { bootstrapWaitCondition } from "./bootstrapWaitCondition.ts";
import { bothPolicies } from "./bothPolicies.ts";
import { bucketAccessControl } from "./bucketAccessControl.ts";
import { conditionalTarget } from "./conditionalTarget.ts";
import { conditionShape } from "./conditionShape.ts";
import { constantCondition } from "./constantCondition.ts";
import { containerDefinition } from "./containerDefinition.ts";
import { databaseEngine } from "./databaseEngine.ts";
import { deletionPolicy } from "./deletionPolicy.ts";
import { dependencyCycle } from "./dependencyCycle.ts";
import { distributionOrigin } from "./distributionOrigin.ts";
import { duplicateExport } from "./duplicateExport.ts";
import { duplicateItem } from "./duplicateItem.ts";
import { dynamicReference } from "./dynamicReference.ts";
import { entryName } from "./entryName.ts";
import { entryShape } from "./entryShape.ts";
import { exposedNoEcho } from "./exposedNoEcho.ts";
import { fargateTask } from "./fargateTask.ts";
import { fifoName } from "./fifoName.ts";
import { functionArguments } from "./functionArguments.ts";
import { functionPackage } from "./functionPackage.ts";
import { groupSize } from "./groupSize.ts";
import { hardCodedZone } from "./hardCodedZone.ts";
import { imageParameter } from "./imageParameter.ts";
import { importedOutput } from "./importedOutput.ts";
import { initFileMode } from "./initFileMode.ts";
import { instanceClass } from "./instanceClass.ts";
import { interfaceShape } from "./interfaceShape.ts";
import { invalidCidr } from "./invalidCidr.ts";
import { invalidFormat } from "./invalidFormat.ts";
import { invalidId } from "./invalidId.ts";
import { invalidValue } from "./invalidValue.ts";
import { lambdaRuntime } from "./lambdaRuntime.ts";
import { linkedResources } from "./linkedResources.ts";
import { listenerCertificate } from "./listenerCertificate.ts";
import { listSize } from "./listSize.ts";
import { loadBalancerSubnets } from "./loadBalancerSubnets.ts";
import { localPath } from "./localPath.ts";
import { mappingShape } from "./mappingShape.ts";
import { misplacedFunction } from "./misplacedFunction.ts";
import { missingExtensions } from "./missingExtensions.ts";
import { missingProperty } from "./missingProperty.ts";
import { missingResources } from "./missingResources.ts";
import { missingSub } from "./missingSub.ts";
import { missingTransform } from "./missingTransform.ts";
import { needlessSub } from "./needlessSub.ts";
import { nestedStackOutput } from "./nestedStackOutput.ts";
import { nestedStackParameter } from "./nestedStackParameter.ts";
import { nullValue } from "./nullValue.ts";
import { otherResource } from "./otherResource.ts";
import { outputValue } from "./outputValue.ts";
import { parameterAttributes } from "./parameterAttributes.ts";
import { parameterDefault } from "./parameterDefault.ts";
import { parameterType } from "./parameterType.ts";
import { permissionAccount } from "./permissionAccount.ts";
import { physicalName } from "./physicalName.ts";
import { pipelineStages } from "./pipelineStages.ts";
import { policyNotAllowed } from "./policyNotAllowed.ts";
import { policyStatement } from "./policyStatement.ts";
import { policyVersion } from "./policyVersion.ts";
import { primaryAddress } from "./primaryAddress.ts";
import { propertyCombination } from "./propertyCombination.ts";
import { protocolValue } from "./protocolValue.ts";
import { pseudoParameterText } from "./pseudoParameterText.ts";
import { recordSet } from "./recordSet.ts";
import { redundantDependsOn } from "./redundantDependsOn.ts";
import { refFormat } from "./refFormat.ts";
import { resolvedValue } from "./resolvedValue.ts";
import type { Rule } from "./rule.ts";
import { samApi } from "./samApi.ts";
import { samEventShape } from "./samEventShape.ts";
import { samEvents } from "./samEvents.ts";
import { samFunction } from "./samFunction.ts";
import { samLogicalId } from "./samLogicalId.ts";
import { scheduleExpression } from "./scheduleExpression.ts";
import { scriptStepRuntime } from "./scriptStepRuntime.ts";
import { secretNoEcho } from "./secretNoEcho.ts";
import { secretParameter } from "./secretParameter.ts";
import { sectionShape } from "./sectionShape.ts";
import { serviceLifecycle } from "./serviceLifecycle.ts";
import { serviceToken } from "./serviceToken.ts";
import { sharedExport } from "./sharedExport.ts";
import { statefulResource } from "./statefulResource.ts";
import { stateMachine } from "./stateMachine.ts";
import { subnetBlock } from "./subnetBlock.ts";
import { tableDefinition } from "./tableDefinition.ts";
import { tagList } from "./tagList.ts";
import { templateLimits } from "./templateLimits.ts";
import { textValue } from "./textValue.ts";
import { thirdPartyType } from "./thirdPartyType.ts";
import { tooManyAssociations } from "./tooManyAssociations.ts";
import { unknownAction } from "./unknownAction.ts";
import { unknownCondition } from "./unknownCondition.ts";
import { unknownDependsOn } from "./unknownDependsOn.ts";
import { unknownFunction } from "./unknownFunction.ts";
import { unknownGetAtt } from "./unknownGetAtt.ts";
import { unknownInterfaceParameter } from "./unknownInterfaceParameter.ts";
import { unknownMapping } from "./unknownMapping.ts";
import { unknownProperty } from "./unknownProperty.ts";
import { unknownRef } from "./unknownRef.ts";
import { unknownSection } from "./unknownSection.ts";
import { unknownType } from "./unknownType.ts";
import { unreachableBranch } from "./unreachableBranch.ts";
import { unusedCondition } from "./unusedCondition.ts";
import { unusedMapping } from "./unusedMapping.ts";
import { unusedParameter } from "./unusedParameter.ts";
import { unusedSubVariable } from "./unusedSubVariable.ts";
import { valueCombination } from "./valueCombination.ts";
import { wrongType } from "./wrongType.ts";
import { yamlMerge } from "./yamlMerge.ts";

/** All rules, in the order in which they run. */
export const RULES: readonly Rule[] = [
  unknownSection,
  missingResources,
  nullValue,
  unknownType,
  unknownProperty,
  missingProperty,
  wrongType,
  invalidValue,
  deletionPolicy,
  policyNotAllowed,
  unknownRef,
  unknownGetAtt,
  unknownDependsOn,
  unknownCondition,
  unknownMapping,
  dependencyCycle,
  redundantDependsOn,
  unusedParameter,
  unusedCondition,
  unusedMapping,
  unknownInterfaceParameter,
  needlessSub,
  missingSub,
  conditionalTarget,
  unreachableBranch,
  constantCondition,
  lambdaRuntime,
  bothPolicies,
  serviceLifecycle,
  propertyCombination,
  functionArguments,
  invalidFormat,
  parameterType,
  parameterDefault,
  entryName,
  invalidCidr,
  secretParameter,
  exposedNoEcho,
  imageParameter,
  allPorts,
  bucketAccessControl,
  policyVersion,
  unknownAction,
  ...bootstrapRules,
  bootstrapWaitCondition,
  invalidId,
  resolvedValue,
  refFormat,
  protocolValue,
  databaseEngine,
  listenerCertificate,
  loadBalancerSubnets,
  primaryAddress,
  missingTransform,
  authorizerApi,
  hardCodedZone,
  localPath,
  importedOutput,
  pseudoParameterText,
  initFileMode,
  interfaceShape,
  serviceToken,
  textValue,
  scriptStepRuntime,
  addressDomain,
  secretNoEcho,
  templateLimits,
  sectionShape,
  unusedSubVariable,
  misplacedFunction,
  dynamicReference,
  duplicateItem,
  statefulResource,
  duplicateExport,
  sharedExport,
  parameterAttributes,
  nestedStackOutput,
  nestedStackParameter,
  listSize,
  tableDefinition,
  scheduleExpression,
  functionPackage,
  groupSize,
  alarmPeriod,
  fargateTask,
  fifoName,
  permissionAccount,
  distributionOrigin,
  recordSet,
  otherResource,
  valueCombination,
  linkedResources,
  policyStatement,
  tagList,
  instanceClass,
  yamlMerge,
  containerDefinition,
  thirdPartyType,
  subnetBlock,
  tooManyAssociations,
  pipelineStages,
  stateMachine,
  missingExtensions,
  entryShape,
  mappingShape,
  conditionShape,
  outputValue,
  unknownFunction,
  physicalName,
  samFunction,
  samApi,
  samEvents,
  samEventShape,
  samLogicalId,
];
