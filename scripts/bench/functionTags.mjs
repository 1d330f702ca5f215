/** The tags of CloudFormation's functions, told to `yaml` as any server that uses it must, so that it warns of none. */
export const functionTags = [
  ...["Ref", "Condition", "GetAtt", "Sub", "Join", "Select", "Split", "If", "Equals", "And", "Or", "Not"],
  ...["FindInMap", "Base64", "Cidr", "GetAZs", "ImportValue", "Transform", "Length", "ToJsonString"],
].flatMap((name) => {
  const tag = `!${name}`;
  return [
    { tag, resolve: (/** @type {string} */ text) => text },
    { tag, collection: /** @type {const} */ ("seq") },
    { tag, collection: /** @type {const} */ ("map") },
  ];
});
