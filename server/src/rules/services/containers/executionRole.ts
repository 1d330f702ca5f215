import {
  contentSpan,
  type MapNode,
  type Node,
  pairOf,
  type ScalarNode,
  textOf,
  valueAt,
} from "../../../model/tree/node.ts";
import { composedText } from "../../shared/resolving/composedText.ts";
import type { EntryRule } from "../../shared/rule.ts";
import { hasAllKeys, isSet, literalAt } from "../../shared/values/literals.ts";

/**
 * A task definition that needs an execution role and has none: for secrets of a container, and on Fargate for images of
 * ECR and for the log driver awslogs.
 */
export const executionRole: EntryRule = {
  scope: "entry",
  isResolved: true,
  types: ["AWS::ECS::TaskDefinition"],
  check(entry, { report }) {
    const properties = valueAt(entry.value, "Properties");
    if (properties?.kind !== "map" || isSet(properties, "ExecutionRoleArn") || !hasAllKeys(properties)) return;
    const containers = valueAt(properties, "ContainerDefinitions");
    const items = containers?.kind === "list" ? containers.items : [];
    const fargate = isForFargate(properties);
    const [need] = items.flatMap((one) => needOf(one, fargate) ?? []);
    if (need === undefined) return;
    report(contentSpan(need.key), { message: "no-role", with: { name: entry.name, what: need.what, says: need.says } });
  },
};

interface Need {
  readonly key: ScalarNode;
  readonly what: { readonly en: string; readonly ja: string };
  /** What the deployment fails with, in AWS's words. */
  readonly says: string;
}

function needOf(container: Node, fargate: boolean): Need | undefined {
  const secrets = pairOf(container, "Secrets");
  if (secrets?.value.kind === "list" && secrets.value.items.some(({ kind }) => kind === "map")) {
    return {
      key: secrets.key,
      what: { en: "secrets", ja: "シークレット" },
      says: "When you are specifying container secrets, you must also specify a value for 'executionRoleArn'",
    };
  }
  const credentials = pairOf(container, "RepositoryCredentials");
  if (credentials?.value.kind === "map") {
    return {
      key: credentials.key,
      what: { en: "a private registry", ja: "プライベートレジストリ" },
      says: "you must also specify a value for 'executionRoleArn'",
    };
  }
  if (!fargate) return undefined;
  const image = pairOf(container, "Image");
  if (image !== undefined && isOfRegistry(image.value)) {
    return {
      key: image.key,
      what: { en: "an image of ECR", ja: "ECRのイメージ" },
      says: "Fargate requires task definition to have execution role ARN to support ECR images",
    };
  }
  const driver = literalAt(valueAt(container, "LogConfiguration"), "LogDriver");
  return driver?.text === "awslogs"
    ? {
        key: driver,
        what: { en: "awslogs", ja: "awslogs" },
        says: "Fargate requires task definition to have execution role ARN to support log driver awslogs",
      }
    : undefined;
}

function isOfRegistry(image: Node): boolean {
  return /^[^/]+\.dkr\.ecr\.[^/]+\/|^\$\{\w+\.RepositoryUri\}/.test(composedText(image) ?? "");
}

function isForFargate(properties: MapNode): boolean {
  const list = valueAt(properties, "RequiresCompatibilities");
  return list?.kind === "list" && list.items.some((item) => textOf(item) === "FARGATE");
}
