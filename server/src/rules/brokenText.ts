import { SECTION_NAMES, type Template } from "../model/template.ts";

/**
 * Whether a name may be declared in a part of the template that could not be read, or in a section whose name is none.
 * While a line is half typed, what refers to it elsewhere is not wrong.
 */
export function declaredInBrokenText(template: Template): (name: string) => boolean {
  const unknown = template.sections.filter(({ name }) => !KNOWN.has(name)).flatMap(({ entries }) => entries);
  const names = new Set(unknown.map(({ name }) => name));
  const isBroken = inBrokenText(template);
  return (name) => names.has(name) || isBroken(name);
}

const KNOWN: ReadonlySet<string> = new Set(SECTION_NAMES);

function inBrokenText(template: Template): (name: string) => boolean {
  const broken = template.units.filter(({ unit }) => unit.errors.some(({ code }) => code === "syntax"));
  const isStray = template.errors.some(
    ({ code, span }) =>
      code === "syntax" &&
      !broken.some(({ unit, offset }) => span.start >= offset && span.end <= offset + unit.text.length),
  );
  if (broken.length === 0 && !isStray) return () => false;
  const texts = isStray ? [template.text] : broken.map(({ unit }) => unit.text);
  return (name) => {
    const declaration = new RegExp(
      String.raw`(?:^|[\s"'{,])${name.replaceAll(/[^\w]/g, "\\$&")}["']?[ \t]*(?::|$)`,
      "m",
    );
    return texts.some((text) => declaration.test(text));
  };
}
