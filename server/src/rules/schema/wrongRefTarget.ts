import refTargets from "../../../data/refTargets.yaml";
import type { Node } from "../../model/tree/node.ts";
import { referFix } from "../shared/fixes/referFix.ts";
import { attributeTarget, refName } from "../shared/links/resourceTarget.ts";
import type { EntryRule } from "../shared/rule.ts";
import { type ValueSite, valueSites } from "../shared/values/valueSites.ts";

const API = "AWS::ApiGateway::";

/** As `refTargets.yaml` has it. */
const TARGETS = refTargets();

const KINDS = new Set(TARGETS.kinds);
const OF_EC2 = new Map(Object.entries(TARGETS.ec2));
const OF_APIS = new Map(Object.entries(TARGETS.apis));
const OF_OTHERS = new Map(Object.entries(TARGETS.others));
const OTHER_TYPES = new Set(Object.keys(TARGETS.others).map((place) => place.slice(0, place.lastIndexOf("."))));

/** A `Ref` of a resource of another kind than the property expects: a subnet for `VpcId`, say. */
export const wrongRefTarget: EntryRule = {
  scope: "entry",
  check(entry, { catalogue, declarations, format, report }) {
    const { type, calls } = valueSites(entry, catalogue);
    if (type === undefined || !(/^AWS::(?:EC2|ApiGateway)::/.test(type.name) || OTHER_TYPES.has(type.name))) return;
    for (let index = 0; index < calls.length; index++) {
      const { node, path } = calls[index] as ValueSite;
      const name = String(path.at(-1) ?? "");
      const known = type.name.startsWith(API) ? OF_APIS.get(name) : OF_OTHERS.get(`${type.name}.${name}`);
      const wanted = known?.kind ?? (type.name.startsWith("AWS::EC2::") ? OF_EC2.get(name) : undefined);
      const says = known?.says;
      const isOther = OF_OTHERS.has(`${type.name}.${name}`);
      const target = wanted && (refName(node) ?? (isOther ? attributeOwner(node, wanted) : undefined));
      if (!wanted || target === undefined) continue;
      const asked = /^(AWS::EC2::\w+)::Id$/.exec(declarations.parameters.get(target)?.type ?? "")?.[1];
      const given = declarations.resources.get(target)?.type ?? asked ?? "";
      if (given === wanted || !KINDS.has(given)) continue;
      const root = wanted === `${API}Resource` && given === `${API}RestApi` ? `!GetAtt ${target}.RootResourceId` : "";
      report(node, {
        en: `${name} expects ${isOther ? "" : "the ID of "}an ${wanted}, but ${target} is ${given}${says === undefined ? "" : ` (“${says}”)`}${root === "" ? "" : `: use ${root}`}.`,
        ja: `${name}には${wanted}を指定しますが、${target}は${given}です${says === undefined ? "" : `（「${says}」）`}。${root === "" ? "" : `${root}を使ってください。`}`,
        data: root === "" ? undefined : referFix(node, target, "RootResourceId", format),
      });
    }
  },
};

/** The resource whose attribute a value is, unless that names something else: the balancers of a target group, say. */
function attributeOwner(node: Node, wanted: string): string | undefined {
  const { target, attribute = "" } = attributeTarget(node) ?? {};
  const isOfWanted = attribute.includes(wanted.slice(wanted.lastIndexOf(":") + 1)) && !/Name$/.test(attribute);
  return isOfWanted ? undefined : target;
}
