import { env, Uri, window } from "vscode";
import type {
  DeploymentOrder,
  DeploymentOrderParams,
  TemplateGraph,
  TemplateGraphParams,
} from "../../../server/src/protocol/template.ts";
import { chosenLanguage } from "../page/inLanguage.ts";
import { pictureMessages } from "../page/pictureMessages.ts";
import type { GraphPage, OrderPage } from "../page/picturePage.ts";
import { baseName } from "../server/fileNames.ts";
import { makeFile } from "../writing/wholeFiles.ts";
import type { PictureKind, PictureOf } from "./pictureView.ts";

const NO_GRAPH: TemplateGraph = {
  width: 0,
  height: 0,
  boxes: [],
  lines: [],
  service: "",
  isGrouped: false,
  services: [],
  leftOut: 0,
};

/** The resources of a template, and how they refer to each other. */
export const templateGraph: PictureKind<TemplateGraph, GraphPage> = {
  panel: {
    id: "cfnNotes.templateGraph",
    page: { script: "graphPage", style: "pictureStyle", body: '<main id="picture"></main>' },
  },
  method: "templateGraph",
  params: ({ choice }): Omit<TemplateGraphParams, "textDocument"> => (choice === "" ? {} : { service: choice }),
  page: (graph = NO_GRAPH, of) => {
    const { graphTitle, noTemplate, noResources, words } = pictureMessages();
    return {
      graph,
      title: graphTitle(fileName(of)),
      empty: of.document ? noResources : noTemplate,
      language: chosenLanguage(),
      words,
    };
  },
  nodes: ({ boxes }) => boxes,
  async save(as, ask, document) {
    const picture = await ask({ as } satisfies Pick<TemplateGraphParams, "as">);
    if (picture?.text === undefined) return;
    const { copied, saveTitle } = pictureMessages();
    if (as === "mermaid") {
      await env.clipboard.writeText(picture.text);
      void window.showInformationMessage(copied);
      return;
    }
    const file = await window.showSaveDialog({
      title: saveTitle,
      defaultUri: Uri.joinPath(document.uri, "..", `${baseName(document.uri)}.svg`),
      filters: { SVG: ["svg"] },
    });
    if (file) await makeFile(file, picture.text);
  },
};

/** The order in which CloudFormation creates, updates or deletes a stack. */
export const deploymentOrder: PictureKind<DeploymentOrder, OrderPage> = {
  panel: {
    id: "cfnNotes.deploymentOrder",
    page: { script: "orderPage", style: "pictureStyle", body: '<main id="picture"></main>' },
  },
  method: "deploymentOrder",
  params: (of): Omit<DeploymentOrderParams, "textDocument"> => ({ operation: operationOf(of) }),
  page: (order = { phases: [], kept: [] }, of) => {
    const { orderTitle, noTemplate, nothingChanges, words } = pictureMessages();
    return {
      order,
      title: orderTitle(fileName(of)),
      empty: of.document ? nothingChanges : noTemplate,
      operation: operationOf(of),
      hasBase: of.base !== undefined,
      base: of.base?.name ?? "",
      language: chosenLanguage(),
      words,
    };
  },
  nodes: ({ phases }) => phases.flatMap(({ steps }) => steps),
};

const OPERATIONS = ["create", "update", "delete"] as const;

/** The chosen operation; before a choice, the update that an edit asks for, or the creation. */
function operationOf({ choice, base }: PictureOf): DeploymentOrderParams["operation"] {
  const usual = base ? "update" : "create";
  const chosen = OPERATIONS.find((one) => one === choice) ?? usual;
  return chosen === "update" ? usual : chosen;
}

function fileName({ document }: PictureOf): string {
  return document ? baseName(document.uri) : "–";
}
