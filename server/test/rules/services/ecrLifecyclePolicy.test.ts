import { checkRows } from "../checkRule.ts";

const CODE = "ecr-lifecycle-policy";
const action = `"action": {"type": "expire"}`;
const any = `"tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": 5`;
const untagged = `"tagStatus": "untagged", "countType": "sinceImagePushed", "countUnit": "days", "countNumber": 14`;

const policy = (...rules: readonly string[]): string => repository(`{"rules": [${rules.join(", ")}]}`);
const rule = (selection: string, priority = 1): string =>
  `{"rulePriority": ${priority}, "selection": {${selection}}, ${action}}`;
const repository = (text: string, isWrong = true): string =>
  `Resources:\n  Images: { Type: AWS::ECR::Repository, Properties: { LifecyclePolicy: { LifecyclePolicyText: '${isWrong ? `«${text}»` : text}' } } }\n`;
const right = (...rules: readonly string[]): string => repository(`{"rules": [${rules.join(", ")}]}`, false);

describe(CODE, () => {
  checkRows([
    [CODE, "no JSON", repository("{rules: [}"), /Could not map policyString/, "error"],
    [CODE, "no rules", repository("{}"), /key rules is missing/],
    [CODE, "an empty list", policy(), /1 to 50 rules, not 0/],
    [CODE, "tagged without tags", policy(rule(any.replace("any", "tagged"))), /Must specify tagPrefixList/],
    [CODE, "untagged with tags", policy(rule(`${untagged}, "tagPrefixList": ["v"]`)), /there is no tagPrefixList/],
    [CODE, "days without unit", policy(rule(untagged.replace(`"countUnit": "days", `, ""))), /countUnit is needed/],
    [CODE, "a unit for images", policy(rule(`${any}, "countUnit": "days"`)), /counts images/],
    [CODE, "a misspelt key", policy(rule(any.replace("countNumber", "countNumbers"))), /no key countNumbers/],
    [CODE, "no action", policy(`{"rulePriority": 1, "selection": {${any}}}`), /key action is missing/],
    [CODE, "one priority twice", policy(rule(untagged), rule(any)), /Duplicate priority/],
    [CODE, "any before another", policy(rule(any), rule(untagged, 2)), /highest number/],
    [CODE, "none of them", policy(rule(any.replace("5", "0"))), /at least 1/],
    [CODE, "as it is right", right(rule(untagged), rule(any, 2))],
    [CODE, "tags", right(rule(`${any.replace("any", "tagged")}, "tagPatternList": ["v*"]`))],
    [CODE, "with a value of the template", repository("{{resolve:ssm:policy}}", false)],
  ]);
});
