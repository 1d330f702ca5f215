import type { Template } from "../model/template.ts";

/**
 * Whether a name may be declared in a part of the template that could not be read.
 * While a line is half typed, what refers to it elsewhere is not wrong.
 */
export function declaredInBrokenText(template: Template): (name: string) => boolean {
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
