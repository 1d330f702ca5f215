/** A type as resources have it: `AWS::S3::Bucket`, `Custom::Thing`, `My::Org::Type`, `AWS::Some::MODULE`. */
const TYPE = String.raw`(?:AWS|Alexa|Custom|\w+::\w+)::`;
/** A colon, or what a Japanese input method writes for one: there is a finding on it. */
const COLON = String.raw`[ \t]*[:\uff1a]`;
const YAML_VERSION = new RegExp(String.raw`^\ufeff?["']?AWSTemplateFormatVersion["']?${COLON}`, "m");
const YAML_TRANSFORM =
  /^\ufeff?["']?Transform["']?[ \t]*:(?:[ \t]*|[ \t]*\[[ \t]*|[ \t]*(?:#.*)?\r?\n[ \t]*-[ \t]*)["']?AWS::/m;
const YAML_RESOURCES = new RegExp(String.raw`^\ufeff?["']?Resources["']?${COLON}[ \t]*(?:#.*)?\r?$`, "m");
const YAML_TYPE = new RegExp(
  String.raw`(?:^[ \t\u3000\u00a0]+|[{,][ \t]*)["']?Type["']?${COLON}[ \t\u3000\u00a0]*["'\u201c\u201d]?${TYPE}`,
  "m",
);
/** CodeDeploy's AppSpec files have Resources too, in a list. */
const APPSPEC = /^\ufeff?["']?version["']?[ \t]*:[ \t]*["']?0\.0/m;
const FLOW_RESOURCES = /^Resources[ \t]*:[ \t]*\{/m;
const FLOW_TYPE = new RegExp(String.raw`["']?Type["']?[ \t]*:[ \t]*["']?${TYPE}`);
const JSON_TYPE = new RegExp(
  String.raw`["\u201c\u201d]Type["\u201c\u201d][ \t\r\n\u3000\u00a0]*[:\uff1a][ \t\r\n\u3000\u00a0]*["\u201c\u201d]${TYPE}`,
);

/**
 * Whether a text looks like a CloudFormation template, judged by its content alone: `AWSTemplateFormatVersion`,
 * an AWS `Transform`, or `Resources` with an entry whose `Type` looks like one, each at the top level.
 * It has no dependencies: the client asks it before it starts the server.
 */
export function looksLikeTemplate(text: string): boolean {
  if (/^[\s\ufeff]*\{/.test(text.slice(0, 1000))) return looksLikeJsonTemplate(text);
  if (text.includes("AWSTemplateFormatVersion") && YAML_VERSION.test(text)) return true;
  if (text.includes("Transform") && YAML_TRANSFORM.test(text)) return true;
  if (!text.includes("Resources") || APPSPEC.test(text)) return false;
  const resources = YAML_RESOURCES.exec(text);
  if (resources !== null && YAML_TYPE.test(text.slice(resources.index, nextSection(text, resources.index + 1))))
    return true;
  const flow = FLOW_RESOURCES.exec(text);
  return flow !== null && FLOW_TYPE.test(text.slice(flow.index));
}

/** The end of the section that begins right before `from`: the next line that begins with a word. */
function nextSection(text: string, from: number): number {
  const pattern = /\n["'\w]/g;
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? text.length;
}

function looksLikeJsonTemplate(text: string): boolean {
  const keys = topLevelKeys(text);
  if (keys.has("AWSTemplateFormatVersion")) return true;
  const transform = keys.get("Transform");
  if (transform !== undefined && /^[\s[]*"AWS::/.test(text.slice(transform, transform + 200))) return true;
  const resources = keys.has("version") ? undefined : keys.get("Resources");
  return resources !== undefined && JSON_TYPE.test(text.slice(resources));
}

/** The keys of the outermost object, each with the offset behind its colon. */
function topLevelKeys(text: string): Map<string, number> {
  const keys = new Map<string, number>();
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === 0x7b || character === 0x5b) depth++;
    else if (character === 0x7d || character === 0x5d) depth--;
    else if (character === 0x22) {
      const start = at + 1;
      for (at++; at < text.length && text.charCodeAt(at) !== 0x22 && text.charCodeAt(at) !== 0x0a; at++) {
        if (text.charCodeAt(at) === 0x5c) at++;
      }
      if (depth !== 1) continue;
      const key = text.slice(start, at);
      let colon = at + 1;
      while (/\s/.test(text.charAt(colon))) colon++;
      if (text[colon] !== ":" && text[colon] !== "\uff1a") continue;
      keys.set(key, colon + 1);
      if (key === "AWSTemplateFormatVersion") break;
    }
  }
  return keys;
}

/** The keys at the top of a template. */
const SECTIONS: ReadonlySet<string> = new Set(
  "AWSTemplateFormatVersion Description Metadata Parameters Rules Mappings Conditions Transform Globals Hooks Resources Outputs".split(
    " ",
  ),
);
/** `Resources:` with a key below it. */
const FIRST_RESOURCE =
  /^\ufeff?["']?Resources["']?[ \t]*:[ \t]*(?:#.*)?\r?\n(?:[ \t]*(?:#.*)?\r?\n)*[ \t]+["']?\w+["']?[ \t]*(?::|\r?$)/m;
/** Another section that only templates have, and a key below it with nothing behind its colon yet. */
const FIRST_ENTRY =
  /^\ufeff?["']?(?:Parameters|Mappings|Conditions|Outputs)["']?[ \t]*:[ \t]*(?:#.*)?\r?\n(?:[ \t]*(?:#.*)?\r?\n)*[ \t]+["']?\w+["']?[ \t]*(?::[ \t]*)?\r?$/m;
/** The same in JSON, behind the colon. */
const FIRST_JSON_RESOURCE = /^\s*\{\s*"?\w/;
/** A word with a capital that is being typed at the top, or such a key that ends the text. */
const FIRST_WORD = /^\ufeff?(?=[A-Z]+[a-z])(\w{3,})(?:\r?$|:\s*(?![\s\S]))/m;
/** What only templates begin with. */
const FIRST_SECTIONS = ["AWSTemplateFormatVersion", "Resources", "Parameters", "Mappings", "Conditions", "Outputs"];
/** Longer texts that are templates look like it. */
const MAX_BEGINNING_LENGTH = 4000;

/**
 * Whether somebody may be beginning a template: it has only what a template begins with, and either the file's name
 * says that it is to be one, or there is a first resource without its type, or a first parameter. `path` is that of its URI.
 */
export function beginsTemplate(path: string, text: string): boolean {
  if (text.length > MAX_BEGINNING_LENGTH || !hasSectionsOnly(text)) return false;
  return isNamedLikeTemplate(path) || hasFirstEntry(text) || hasFirstJsonResource(text) || hasFirstWord(text);
}

function hasFirstEntry(text: string): boolean {
  return FIRST_RESOURCE.test(text) || FIRST_ENTRY.test(text);
}

function hasFirstWord(text: string): boolean {
  const word = FIRST_WORD.exec(text)?.[1];
  return word !== undefined && FIRST_SECTIONS.some((section) => section.startsWith(word));
}

function hasFirstJsonResource(text: string): boolean {
  const resources = /^[\s\ufeff]*\{/.test(text) ? topLevelKeys(text).get("Resources") : undefined;
  return resources !== undefined && FIRST_JSON_RESOURCE.test(text.slice(resources));
}

/** Whether a text may become a template: it has only sections, one of which only templates have. */
export function beginsSections(text: string): boolean {
  return text.length <= MAX_BEGINNING_LENGTH && OWN_SECTION.test(text) && hasSectionsOnly(text);
}

const OWN_SECTION = /^\ufeff?["']?(?:Resources|Parameters|Mappings|Conditions|Outputs)["']?[ \t]*:/m;

/** `template.yaml`, `network-stack.json`, `vpc.cfn.yaml`, `x.template`, and files below `cloudformation/`, `cfn/`, `stacks/` and `templates/`. */
function isNamedLikeTemplate(path: string): boolean {
  const parts = path.toLowerCase().split("/");
  const name = parts.pop() ?? "";
  if (!/\.(?:ya?ml|json|template|cfn)$/.test(name)) return false;
  return NAMED_TEMPLATE.test(name) || parts.some((part) => TEMPLATE_FOLDERS.has(part));
}

const NAMED_TEMPLATE = /template|cloudformation|(?<![a-z])(?:cfn|stacks?)(?![a-z])/;
const TEMPLATE_FOLDERS: ReadonlySet<string> = new Set(["cloudformation", "cfn", "stacks", "templates"]);

/** Whether all top-level keys are sections; the one that is being typed may be any word. */
function hasSectionsOnly(text: string): boolean {
  if (/^[\s\ufeff]*\{/.test(text)) return [...topLevelKeys(text).keys()].every((key) => SECTIONS.has(key));
  return text.split(/\r?\n/).every((line) => {
    if (/^(?:\ufeff|\s|#|---|$)/.test(line)) return true;
    const key = /^["']?([\w-]+)["']?[ \t]*:(?:\s|$)/.exec(line)?.[1];
    return key === undefined ? /^["']?\w*["']?$/.test(line) : SECTIONS.has(key);
  });
}
