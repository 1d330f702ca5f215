import { type Awaited, waitText } from "../../bootstrap/awaited.ts";
import { durationText } from "../../bootstrap/duration.ts";
import type { BootstrapResource } from "../../bootstrap/graphTypes.ts";
import type { SequenceStep } from "../../bootstrap/sequence.ts";
import { type Localised, localised } from "../../text/localised.ts";

/** The title of a step, and the text beside it. */
export interface StepText {
  readonly title: Localised;
  readonly detail: Localised;
}

interface StepContext {
  readonly resource: BootstrapResource;
  readonly wait: Awaited | undefined;
  readonly astray: boolean;
}

const NOTHING: Localised = { en: "", ja: "" };

/** The words for a step of a resource's sequence. */
export function stepText(step: SequenceStep, context: StepContext): StepText {
  const { resource, wait } = context;
  switch (step.kind) {
    case "create":
      return {
        title: { en: `Create ${step.name}`, ja: `${step.name}を作成` },
        detail: localised(resource.summary.type ?? ""),
      };
    case "userData":
      return userData(step, resource);
    case "init":
      return { title: localised("cfn-init"), detail: localised(step.name === "" ? "" : `configSet ${step.name}`) };
    case "config":
      return { title: localised(step.name), detail: NOTHING };
    case "section":
      return { title: localised(step.name), detail: localised((step.items ?? []).join(", ")) };
    case "hup":
      return {
        title: localised("cfn-hup"),
        detail: { en: "watches the metadata for updates from now on", ja: "以後、メタデータの更新を監視" },
      };
    case "signal":
      return signal(step, context);
    case "complete":
      return { title: localised("CREATE_COMPLETE"), detail: completed(wait) };
    case "timeout":
      return failed(wait);
  }
}

function userData({ name }: SequenceStep, { id, summary: { type } }: BootstrapResource): StepText {
  const isGroup = type === "AWS::AutoScaling::AutoScalingGroup";
  return {
    title:
      name === id
        ? { en: "Run the user data", ja: "ユーザーデータを実行" }
        : { en: `Run the user data of ${name}`, ja: `${name}のユーザーデータを実行` },
    detail: isGroup ? { en: "on each instance", ja: "各インスタンスで" } : NOTHING,
  };
}

const OUTCOMES = {
  success: { en: "reports success", ja: "成功を通知" },
  failure: { en: "reports failure", ja: "失敗を通知" },
  either: { en: "reports success or failure", ja: "成功または失敗を通知" },
} as const;

function signal(step: SequenceStep, { resource, astray }: StepContext): StepText {
  const { name, outcome = "either", owner, trap, depth } = step;
  const parts: Localised[] = [OUTCOMES[outcome]];
  if (trap) {
    const names = trap.join(", ");
    parts.push(
      trap.includes("EXIT")
        ? { en: "when the script ends", ja: "スクリプトの終了時" }
        : { en: `on ${names}`, ja: `${names}の発生時` },
    );
  }
  if (depth === 0 && owner !== undefined) parts.push({ en: `from ${owner}`, ja: `${owner}から` });
  if (astray) parts.push({ en: `does not reach ${resource.id}`, ja: `${resource.id}には届きません` });
  return {
    title:
      name === "" ? { en: "Signal", ja: "シグナルを送信" } : { en: `Signal ${name}`, ja: `${name}にシグナルを送信` },
    detail: { en: parts.map(({ en }) => en).join(", "), ja: parts.map(({ ja }) => ja).join("、") },
  };
}

function completed(wait: Awaited | undefined): Localised {
  if (!wait) return { en: "at once: nothing waits for a signal", ja: "シグナルを待たずに完了" };
  if (wait.policy === "UpdatePolicy") {
    return {
      en: "at once; a rolling update waits for a signal from each new instance",
      ja: "すぐに完了。ローリング更新では新しいインスタンスごとにシグナルを待機",
    };
  }
  const { en, ja } = waitText({ ...wait, timeout: undefined });
  return { en: `after ${en}`, ja: `${ja}を受信した後` };
}

/** What happens without the signals: only an update fails if nothing but that waits. */
function failed(wait: Awaited | undefined): StepText {
  const time = wait?.timeout === undefined ? undefined : durationText(wait.timeout);
  return {
    title: localised(wait?.policy === "UpdatePolicy" ? "UPDATE_FAILED" : "CREATE_FAILED"),
    detail: time
      ? {
          en: `after ${time.en} without enough signals, or on a failure: the stack rolls back`,
          ja: `${time.ja}以内にシグナルがそろわないか、失敗の通知でロールバック`,
        }
      : {
          en: "without enough signals in time, or on a failure: the stack rolls back",
          ja: "時間内にシグナルがそろわないか、失敗の通知でロールバック",
        },
  };
}
