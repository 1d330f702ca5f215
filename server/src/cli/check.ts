import { readFile } from "node:fs/promises";
import { stdout } from "node:process";
import { createLanguageService } from "../languageService.ts";
import { parse } from "../model/parse.ts";
import { nodeHost } from "../node/nodeHost.ts";

/** `cfn-notes check`. */
export async function checkCommand(args: readonly string[]): Promise<number> {
  const service = createLanguageService({ catalogue: await nodeHost.catalogue(), snippets: [] });
  for (const file of args) {
    const template = parse(await readFile(file, "utf8"));
    const steps = service.diagnostics(template, { language: "en", today: nodeHost.today(), severities: new Map() });
    let step = steps.next();
    while (step.done !== true) step = steps.next();
    for (const { code, severity, message, span } of step.value)
      stdout.write(`${file}:${span.start} ${severity} ${code} ${message}\n`);
  }
  return 0;
}
