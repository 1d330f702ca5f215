import { equal } from "node:assert/strict";
import { overridesOf } from "../../../src/features/projectFiles/samOverrides.ts";
import { drawn, withSpans } from "../../marked.ts";

/** Where a parameter `Stage` gets its value. */
function check(name: string, source: string): void {
  it(name, () => equal(drawn(withSpans(source).text, overridesOf("Stage", withSpans(source).text)), source));
}

describe("parameters in samconfig.toml", () => {
  check("in a text", '[default.deploy.parameters]\nparameter_overrides = "«Stage»=dev Other=Stage StageName=x"\n');
  check("in quotes within", 'parameter_overrides = "\\"Other=a\\" \\"«Stage»=dev\\""\n');
  check("in a list", "parameter_overrides = [\n  \"Other=a b\",\n  '«Stage»=prod',\n]\n");
  check("in several lines", 'parameter_overrides = """\nOther=x\n«Stage»=dev\n"""\n');
  check("in the long form", "parameter_overrides = 'ParameterKey=«Stage»,ParameterValue=dev'\n");
  check("in each environment", 'parameter_overrides = "«Stage»=a"\n[p]\nparameter_overrides = "«Stage»=b"\n');
  check("nowhere else", 'stack_name = "Stage=dev"\ntags = "Stage=dev"\n# parameter_overrides = "Stage=x"\n');
});
