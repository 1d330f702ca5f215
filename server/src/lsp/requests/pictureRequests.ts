import { awaited, waitText } from "../../bootstrap/awaited.ts";
import { isOnlyListed } from "../../change/telling.ts";
import { parse } from "../../model/reading/parse.ts";
import { deploymentOrder } from "../../picture/deploymentOrder.ts";
import type { latestLayout } from "../../picture/graphLayout.ts";
import { stackGraph } from "../../picture/stackGraph.ts";
import { orderAnswer } from "../views/orderPicture.ts";
import type { ChangeAgainst } from "./changeAgainst.ts";
import type { RequestContext } from "./request.ts";
import type { Answers } from "./requestTable.ts";

type PictureRequests = Pick<Answers, "templateGraph" | "deploymentOrder">;

/** The template of a stack before it is created, and after it is deleted. */
const NO_STACK = "Resources: {}\n";

/**
 * Answers pictures of a template: its resources with their references, and the order in which CloudFormation works on
 * them.
 */
export function pictureRequests(context: RequestContext, { inTurn, change }: ChangeAgainst): PictureRequests {
  const { service, resultInSteps } = context;
  let layoutOf: ReturnType<typeof latestLayout> | undefined;
  return {
    templateGraph: async ({ before, service: chosen, as }, { open, token, language }) => {
      const graph = open && (await inTurn(() => stackGraph(open.template)));
      const changed = open && before !== undefined ? await change(before, open.template) : undefined;
      if (open === undefined || graph === undefined || token.isCancellationRequested) return undefined;
      // The layout's library is loaded with the first picture.
      const [{ changesById, graphAnswer }, layout] = await Promise.all([
        import("../views/graphPicture.ts"),
        import("../../picture/graphLayout.ts"),
      ]);
      layoutOf ??= layout.latestLayout();
      const changes = changesById(changed?.changes.filter((one) => !isOnlyListed(one)) ?? [], language);
      return resultInSteps(
        graphAnswer({ graph, changes, document: open.document, service: chosen ?? "", as, layoutOf }),
      );
    },
    deploymentOrder: async ({ before = NO_STACK, operation }, { open, token, language }) => {
      if (open === undefined) return undefined;
      const { template, document } = open;
      const changed =
        operation === "delete"
          ? await change(template.text, parse(NO_STACK))
          : await change(operation === "update" ? before : NO_STACK, template);
      if (changed === undefined || token.isCancellationRequested) return undefined;
      const graph = service.bootstrapGraph(template);
      const waitOf = (id: string): ReturnType<typeof awaited> => {
        const resource = operation === "delete" ? undefined : graph.resources.get(id);
        return resource && awaited(graph, resource);
      };
      const phases = await inTurn(() => deploymentOrder(changed, operation, (id) => waitOf(id)?.timeout ?? 0));
      if (phases === undefined) return undefined;
      const waits = (id: string): string => {
        const wait = waitOf(id);
        return wait && (wait.policy === "UpdatePolicy") === (operation === "update") ? waitText(wait)[language] : "";
      };
      return orderAnswer({ phases, change: changed, operation, document, waits, language });
    },
  };
}
