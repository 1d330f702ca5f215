import assert from "node:assert/strict";
import type { ObjectType, ValueType } from "../../src/catalogue/catalogue.ts";
import { objectsIn } from "../../src/catalogue/schemaAt.ts";
import { loadCatalogue } from "./loadCatalogue.ts";

const catalogue = loadCatalogue();

/** Every property and nested type below an object. */
function visit(root: ObjectType, each: (owner: ObjectType, name: string, type: ValueType) => void): void {
  const seen = new Set([root]);
  for (const object of seen) {
    for (const [name, property] of object.properties) {
      each(object, name, property.type);
      for (const nested of objectsIn(property.type)) seen.add(nested);
    }
  }
}

describe("createCatalogue", () => {
  it("decodes every type with every property, attribute and text", function () {
    this.timeout(20_000);
    let properties = 0;
    let documented = 0;
    for (const name of catalogue.typeNames) {
      const type = catalogue.resourceType(name);
      assert.ok(type, name);
      assert.ok(type.documentation ?? type.text, `${name} has a text`);
      for (const attribute of type.attributes.values()) assert.ok(attribute.type.kind);
      visit(type.properties, (owner, key) => {
        const property = owner.properties.get(key);
        assert.ok(property?.type.kind, `${name} ${key}`);
        properties += 1;
        if (property.documentation ?? property.text) documented += 1;
      });
    }
    assert.ok(catalogue.typeNames.length > 1800);
    assert.ok(properties > 35_000, String(properties));
    assert.ok(documented > 0.9 * properties, String(documented));
  });
});
