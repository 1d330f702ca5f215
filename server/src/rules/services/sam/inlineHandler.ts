import { HOLE, scriptText } from "../../../model/references/scriptText.ts";
import { contentSpan, type Node, type ScalarNode } from "../../../model/tree/node.ts";
import type { Report } from "../../shared/rule.ts";

/** Inline code with the handler and the runtime of its function. */
export interface InlineCode {
  readonly code: Node;
  readonly handler: string;
  /** One that there is. */
  readonly runtime: string;
  /** The text that the spans of the code count in. */
  readonly text: string;
}

/** Why a handler is not found: CloudFormation puts inline code into a file named `index`; what the file must define is looked for as a word. */
export function handlerProblem({ code, handler, runtime, text: whole }: InlineCode): HandlerProblem | undefined {
  const [, file, name = ""] = /^([\w/.-]+)\.(\w+)$/.exec(handler) ?? [];
  if (file === undefined || !/^(?:nodejs|python)/.test(runtime)) return undefined;
  const isPython = runtime.startsWith("python");
  if (file !== "index") {
    const says = isPython ? `Unable to import module '${file}'` : `Cannot find module '${file}'`;
    return { message: "inline-handler", with: { newText: `index.${name}`, says } };
  }
  const { text } = scriptText(code, whole);
  const isOpen = isPython ? /import \*|setattr|globals\(\)/ : /exports\s*=\s*(?!\{)|exports\[|Object\.|export \*/;
  if (text.trim() === "" || text.includes(HOLE) || isOpen.test(text) || text.match(/\w+/g)?.includes(name))
    return undefined;
  const says = isPython ? `Handler '${name}' missing on module 'index'` : `index.${name} is undefined or not exported`;
  return { message: "no-handler", with: { name, says } };
}

type HandlerProblem =
  | { readonly message: "inline-handler"; readonly with: { readonly newText: string; readonly says: string } }
  | { readonly message: "no-handler"; readonly with: { readonly name: string; readonly says: string } };

/** The function is made, and fails when it is called. */
export function handlerReport(problem: HandlerProblem, handler: ScalarNode): Report {
  if (problem.message === "no-handler") return { ...problem, severity: "warning", unfinished: "beside" };
  const { newText } = problem.with;
  return {
    ...problem,
    severity: "warning",
    data: {
      title: { en: `Change it to ${newText}`, ja: `${newText}に変更` },
      edits: [{ ...contentSpan(handler), newText }],
      preferred: true,
    },
  };
}
