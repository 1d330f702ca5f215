import { unrolled } from "../../model/references/unrolled.ts";
import type { Declarations } from "../../model/template.ts";
import { isLoopKey } from "../../model/tree/functionNames.ts";
import { type CallNode, type Node, textOf } from "../../model/tree/node.ts";
import { subVariables } from "../../model/tree/subVariables.ts";
import { asMap } from "../../model/yaml/asMap.ts";
import { functionValue, rowsWith } from "./functionValue.ts";
import { inTagOrder, scalarText } from "./scalarText.ts";
import {
  asText,
  hole,
  isKnown,
  NOT_WRITTEN,
  type Value,
  type ValueMap,
  valueIdentity,
  withoutHoleSigns,
} from "./value.ts";

/** A name that a value depends on. */
export interface Use {
  readonly kind: "parameter" | "resource" | "attribute";
  readonly name: string;
  /** For `attribute`: which one. */
  readonly attribute?: string;
  /** Keys and indexes from the value that was asked for. */
  readonly path: Path;
}

export type Path = readonly string[];

/** Whether a condition holds, or a text for what decides that. */
export type Verdict = boolean | string;

/** The values of names in a template. */
export interface Names {
  readonly declarations: Declarations;
  /** Whether another value may be read: it is counted. */
  mayRead(): boolean;
  /** The value that a parameter has, if that is known. */
  parameter(name: string): Value | undefined;
  verdict(condition: string): { readonly verdict: Verdict; readonly uses: readonly Use[] };
}

/** Deeper values are not read. */
const MAX_DEPTH = 80;

/** Reads one value, and keeps what it depends on. */
export class ValueReader {
  readonly uses: Use[] = [];
  readonly #names: Names;
  #path: Path = [];

  constructor(names: Names) {
    this.#names = names;
  }

  value(node: Node, depth = 0): Value | undefined {
    if (depth > MAX_DEPTH || !this.#names.mayRead()) return hole("not read");
    if (node.kind === "scalar") return isEmpty(node) ? NOT_WRITTEN : scalarText(node);
    if (node.kind === "list")
      return node.items
        .map((item, index) => this.#below(String(index), item, depth))
        .filter((item): item is Value => item !== undefined);
    if (node.kind === "call") return this.#call(node, depth);
    const map = new Map<string, Value>();
    for (const { key, value } of unrolled(node.pairs, (asked) => this.value(asked, depth + 1))) {
      const found = this.#below(key.text, value, depth);
      if (found !== undefined) map.set(key.text, key.text === "Tags" ? inTagOrder(found) : found);
    }
    return map;
  }

  #below(key: string, node: Node, depth: number): Value | undefined {
    const before = this.#path;
    this.#path = [...before, key];
    const found = this.value(node, depth + 1);
    this.#path = before;
    return found;
  }

  #call(call: CallNode, depth: number): Value | undefined {
    const { name, argument } = call;
    if (isEmpty(argument)) return NOT_WRITTEN;
    const items = argument.kind === "list" ? argument.items : [];
    if (name === "Ref") return this.#ref(textOf(argument) ?? "");
    if (name === "Fn::GetAtt") return this.#attribute(argument, depth);
    if (name === "Fn::Sub") return this.#sub(argument, depth);
    if (name === "Fn::If") return this.#if(items, depth);
    if (name === "Condition") return new Map([["Condition", withoutHoleSigns(textOf(argument) ?? "")]]);
    if (isLoopKey(name)) return this.value(asMap(call) ?? argument, depth + 1);
    return functionValue(name, this.#arguments(argument, depth), this.#names.declarations);
  }

  /** Without the places in them: what a function makes of its arguments has the function's place. */
  #arguments(argument: Node, depth: number): Value {
    const path = this.#path;
    const value = this.value(argument, depth + 1);
    for (let at = this.uses.length - 1; at >= 0; at--) {
      const use = this.uses[at];
      if (use === undefined || use.path.length <= path.length) break;
      this.uses[at] = { ...use, path };
    }
    return value ?? "";
  }

  #ref(name: string): Value | undefined {
    if (name === "AWS::NoValue") return undefined;
    if (name.startsWith("AWS::")) return hole(name);
    if (!this.#names.declarations.parameters.has(name)) {
      this.#use({ kind: "resource", name });
      return hole(name);
    }
    this.#use({ kind: "parameter", name });
    return this.#names.parameter(name) ?? hole(name, true);
  }

  #attribute(argument: Node, depth: number): Value {
    const value = this.#arguments(argument, depth);
    const [first, ...rest] =
      typeof value === "string" ? value.split(".") : Array.isArray(value) ? (value as readonly Value[]) : [];
    const attribute = rest.map((part) => (typeof part === "string" ? part : valueIdentity(part))).join(".");
    const name = typeof first === "string" ? first : "";
    this.#use({ kind: "attribute", name, attribute });
    return hole(`${name}.${attribute}`);
  }

  #sub(argument: Node, depth: number): Value {
    const [first = argument, second] = argument.kind === "list" ? argument.items : [];
    const own = second === undefined ? undefined : this.#arguments(second, depth);
    const text = withoutHoleSigns(textOf(first) ?? "");
    let result = "";
    let at = 0;
    for (const { name, literal, start, end } of subVariables(text)) {
      result += text.slice(at, start) + (literal ? `\${${name.slice(1).trimStart()}}` : this.#variable(name, own));
      at = end;
    }
    return result + text.slice(at);
  }

  #variable(name: string, own: Value | undefined): string {
    const given = own instanceof Map ? (own as ValueMap).get(name) : undefined;
    if (given !== undefined) return asText(given);
    if (!name.startsWith("AWS::") && name.includes(".")) {
      const [resource = "", ...attribute] = name.split(".");
      this.#use({ kind: "attribute", name: resource, attribute: attribute.join(".") });
      return hole(name);
    }
    return asText(this.#ref(name) ?? "");
  }

  #if([name, yes, no]: readonly Node[], depth: number): Value | undefined {
    const found = this.#names.verdict(textOf(name) ?? "");
    for (const use of found.uses) this.#use(use);
    if (found.verdict === true) return yes && this.value(yes, depth + 1);
    if (found.verdict === false) return no && this.value(no, depth + 1);
    const [left, right] = [yes, no].map((branch) => branch && this.value(branch, depth + 1));
    if (valueIdentity(left) === valueIdentity(right)) return left;
    const absent = new Map<string, Value>();
    return new Map([["Fn::If", [found.verdict, left ?? absent, right ?? absent]]]);
  }

  condition(node: Node, depth: number): Verdict {
    if (node.kind !== "call" || depth > MAX_DEPTH) return valueIdentity(this.value(node));
    const { name, argument } = node;
    const items = argument.kind === "list" ? argument.items : [argument];
    if (name === "Condition") {
      const found = this.#names.verdict(textOf(argument) ?? "");
      for (const use of found.uses) this.#use(use);
      return found.verdict;
    }
    if (name === "Fn::Equals") return this.#equals(items);
    const parts = items.map((item) => this.condition(item, depth + 1));
    if (name === "Fn::Not") return typeof parts[0] === "boolean" ? !parts[0] : `not ${parts[0]}`;
    if (name !== "Fn::And" && name !== "Fn::Or") return valueIdentity(this.value(node));
    const decides = name === "Fn::Or";
    if (parts.includes(decides)) return decides;
    const open = [...new Set(parts.filter((part) => typeof part === "string"))].sort();
    return open.length === 0 ? !decides : open.length === 1 ? (open[0] ?? "") : `${name}(${open.join(", ")})`;
  }

  #equals([left, right]: readonly Node[]): Verdict {
    const [one, other] = [left, right].map((side) => (side === undefined ? "" : (this.value(side) ?? "")));
    const keys = [one ?? "", other ?? ""].map(valueIdentity).sort();
    if (keys[0] === keys[1]) return true;
    if (isKnown(one ?? "") && isKnown(other ?? "")) return false;
    return rowsWith(one ?? "", other ?? "") ?? rowsWith(other ?? "", one ?? "") ?? keys.join(" = ");
  }

  #use(use: Omit<Use, "path">): void {
    this.uses.push({ ...use, path: this.#path });
  }
}

function isEmpty(node: Node): boolean {
  return node.kind === "scalar" && node.value === null && node.tag === undefined;
}
