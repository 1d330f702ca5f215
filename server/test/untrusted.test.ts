import assert from "node:assert/strict";
import manifest from "../../package.json" with { type: "json" };

interface Setting {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly additionalProperties?: boolean | Setting;
  readonly patternProperties?: Readonly<Record<string, Setting>>;
}

/** Whether a workspace can set any text, such as a path, rather than a choice or what has a form of its own. */
function isFree({ type, enum: choices, pattern, additionalProperties }: Setting): boolean {
  if (pattern !== undefined) return false;
  if (choices !== undefined || type === "boolean" || type === "number" || type === "integer") return false;
  return !(type === "object" && typeof additionalProperties === "object" && !isFree(additionalProperties));
}

describe("a workspace that is not trusted", () => {
  const { untrustedWorkspaces } = manifest.capabilities;
  const settings: Readonly<Record<string, Setting>> = Object.assign(
    {},
    ...manifest.contributes.configuration.map(({ properties }) => properties),
  );

  it("has everything but what is restricted", () => assert.equal(untrustedWorkspaces.supported, "limited"));

  it("cannot set what may hold a path", () => {
    const free = Object.entries(settings).flatMap(([name, setting]) => (isFree(setting) ? [name] : []));
    assert.deepEqual(free.sort(), [...untrustedWorkspaces.restrictedConfigurations].sort());
  });
});
