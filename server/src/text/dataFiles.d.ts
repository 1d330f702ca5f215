/** What is written in YAML below server/data; the build has checked its shape (scripts/data/shapes.mjs). */
declare module "*.yaml" {
  const content: unknown;
  export default content;
}
