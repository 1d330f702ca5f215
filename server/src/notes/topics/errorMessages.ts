import type { Topic } from "../binding/topic.ts";
import { topicBelow } from "./topicBelow.ts";

const command = (name: string): string => `word:aws cloudformation ${name}`;

/** What CloudFormation says when something fails, in its own words: whoever pastes a message into the search finds its note. */
export const errorMessageTopics: readonly Topic[] = [
  topicBelow(
    "error-reading",
    "",
    "Reading why a stack failed|CloudFormation errors|CloudFormation error messages|Resource creation cancelled|The following resource(s) failed to create|Rollback requested by user|スタックが失敗したときの読み方|スタックの失敗の調べ方|CloudFormationのエラー|CloudFormationのエラーメッセージ",
    [command("describe-stack-events")],
  ),
  topicBelow(
    "error-signals",
    "",
    "SUCCESS signal(s) out of|FAILURE signal(s) out of|Unable to satisfy 100% MinSuccessfulInstancesPercent requirement|MinSuccessfulInstancesPercent requirement|resource signal(s) within the specified duration|resource signal(s) for the current batch|Each resource signal timeout is counted as a FAILURE|WaitCondition timed out|conditions when expecting|did not receive the required number of signals|シグナルが届かない",
    [command("signal-resource")],
    ["attribute:CreationPolicy.ResourceSignal", "attribute:CreationPolicy.ResourceSignal.Timeout"],
  ),
  topicBelow(
    "error-export-in-use",
    "",
    "cannot be deleted as it is in use by|Cannot delete export|Cannot update export|Export is in use|as it is in use by|Delete canceled|エクスポートを削除できない|エクスポートが使用中",
    [command("list-imports")],
    ["section:Outputs.Export"],
  ),
  topicBelow(
    "error-already-exists",
    "",
    "already exists|already exists in stack|AlreadyExists|AlreadyExistsException|EntityAlreadyExists|is already exported by stack|cannot update a stack when a custom-named resource requires replacing|custom-named resource requires replacing|すでに存在します|すでに存在する|名前の重複",
    [],
  ),
  topicBelow(
    "error-no-updates",
    "",
    "No updates are to be performed|The submitted information didn't contain changes|Submit different information to create a change set|No changes to deploy|更新するものがない|更新が行われない",
    ["word:--no-fail-on-empty-changeset"],
  ),
  topicBelow(
    "error-update-rollback-failed",
    "",
    "UPDATE_ROLLBACK_FAILED|Continue update rollback|更新のロールバックの失敗|ロールバックの失敗",
    [command("continue-update-rollback")],
    ["text:UPDATE_ROLLBACK_FAILED"],
  ),
  topicBelow(
    "error-rollback-complete",
    "",
    "ROLLBACK_COMPLETE|ROLLBACK_COMPLETE state and can not be updated|is in ROLLBACK_COMPLETE state and can not be updated",
    [],
    ["text:ROLLBACK_COMPLETE"],
  ),
  topicBelow(
    "error-delete-failed",
    "",
    "DELETE_FAILED|failed to delete|The bucket you tried to delete is not empty|has a dependent object|has dependencies and cannot be deleted|cannot be deleted because it still contains images|cannot be deleted while TerminationProtection is enabled|スタックを削除できない|スタックの削除の失敗",
    [command("delete-stack"), "text:DELETE_FAILED"],
  ),
  topicBelow(
    "error-not-stabilized",
    "",
    "did not stabilize|NotStabilized|Exceeded attempts to wait|Resource timed out waiting for completion|Group did not stabilize|安定しない|リソースが安定しない",
    [],
  ),
  topicBelow(
    "error-not-authorized",
    "",
    "is not authorized to perform|not authorized to perform this operation|because no identity-based policy allows|with an explicit deny|AccessDenied|AccessDeniedException|UnauthorizedOperation|スタックの権限不足",
    ["word:--role-arn"],
  ),
  topicBelow(
    "error-limit-exceeded",
    "",
    "LimitExceeded|LimitExceededException|ServiceLimitExceeded|has been reached|Member must have length less than or equal to 51200|クォータの超過|上限の超過",
    ["text:LimitExceededException"],
  ),
  topicBelow(
    "error-invalid-property",
    "",
    "Encountered unsupported property|extraneous key is not permitted|Properties validation failed for resource|Model validation failed|Invalid template property or properties|expected type: String, found: JSONObject|must have values|サポートされていないプロパティ",
    [command("validate-template")],
  ),
];
