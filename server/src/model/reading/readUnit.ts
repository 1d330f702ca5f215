import { fullWidthProblems } from "../fullWidth/fullWidthProblems.ts";
import { readJson } from "../json/jsonReader.ts";
import type { Segment } from "../split/segments.ts";
import type { Anchors, Unit } from "../split/unit.ts";
import type { Node } from "../tree/node.ts";
import type { SyntaxProblem } from "../tree/syntaxProblem.ts";
import { asMap } from "../yaml/asMap.ts";
import { readYamlFast } from "../yaml/fastYamlReader.ts";
import { readYamlFully } from "../yaml/fullYamlReader.ts";

const NO_ANCHORS: Anchors = { unresolved: [], anchors: [] };

export function readYamlUnit(text: string): Unit {
  const { root, errors, unresolved, anchors } = readYamlPiece(text);
  const all = [...errors, ...fullWidthProblems(text, errors, readYamlPiece)];
  const isAnchored = unresolved.length + anchors.length > 0;
  return { text, root, errors: all, ...(isAnchored && { anchored: { unresolved, anchors } }) };
}

function readYamlPiece(text: string): Omit<Unit, "text"> & Anchors {
  const plain = readYamlFast(text);
  if (plain !== undefined) {
    return { ...NO_ANCHORS, root: asMap(plain.root), errors: [...plain.errors, ...notAMap(plain.root)] };
  }
  const { root, errors, unresolved, anchors } = readYamlFully(text);
  const all = [...errors, ...notAMap(root), ...unknownAliases(text, unresolved)];
  return { root: asMap(root), errors: all, unresolved, anchors };
}

function notAMap(root: Node | undefined): SyntaxProblem[] {
  if (root === undefined || asMap(root) !== undefined || root.start === root.end) return [];
  return [{ code: "not-key-and-value", span: { start: root.start, end: root.end } }];
}

function unknownAliases(text: string, names: readonly string[]): SyntaxProblem[] {
  return names.map((name) => {
    const start = Math.max(0, text.indexOf(`*${name}`));
    return { code: "unknown-anchor", span: { start, end: start + name.length + 1 }, argument: name };
  });
}

function readJsonMember(text: string): Unit {
  const { root, errors } = readJson(text, true);
  return { text, root: root?.kind === "map" ? root : undefined, errors };
}

function readJsonHeader(text: string): Unit {
  const { root } = readJson(`${text}}`, true);
  return { text, root: root?.kind === "map" ? root : undefined, errors: [] };
}

/** How a piece of JSON is read. */
export function readerOfJson(kind: Segment["kind"]): (text: string) => Unit {
  return kind === "header" ? readJsonHeader : readJsonMember;
}
