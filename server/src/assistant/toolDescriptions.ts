/** A tool, as assistants read of it: over MCP and, by package.json, in VS Code. */
export interface ToolDescription {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** A JSON schema of an object. */
  readonly input: {
    readonly type: "object";
    readonly properties: Readonly<Record<string, object>>;
    readonly required: readonly string[];
    readonly additionalProperties: false;
  };
}

const PATH = { type: "string", description: "The template's path, absolute or relative to the workspace." };

/** Notes that a search gives. */
export const SEARCH_LIMIT = { usual: 10, most: 50 } as const;

/** None of them changes anything. */
export const TOOLS: Readonly<
  Record<
    "check_template" | "preview_change" | "describe_type" | "explain" | "notes_for_place" | "search_notes",
    ToolDescription
  >
> = {
  check_template: {
    name: "check_template",
    title: "Check a CloudFormation template",
    description:
      "Checks a CloudFormation or SAM template (YAML or JSON) offline with all rules and gives the findings, errors first and 100 at most, each with file, line, column, code, message and, where there is one, a fix with its edits (fixAfter: it comes once the finding of that line and code is mended, as both change the same text); more says how many there are beyond these. Use it after every change of a template. Give path, or text for a draft that is in no file.",
    input: {
      type: "object",
      properties: { path: PATH, text: { type: "string", description: "The template itself, instead of a path." } },
      required: [],
      additionalProperties: false,
    },
  },
  preview_change: {
    name: "preview_change",
    title: "Preview a change of a CloudFormation template",
    description:
      "Says offline what deploying an edited CloudFormation template would do to a stack: resources that are created, deleted or replaced (and whether data is lost), interruptions, what happens to servers that run, why the update may fail, and permissions that become wider; each with its line, the worst first. Use it before you propose or deploy a change. Give path and the edited template as text, or path and the path of the deployed template as before.",
    input: {
      type: "object",
      properties: {
        path: PATH,
        text: { type: "string", description: "The edited template; it is compared with what stands at path." },
        before: { type: "string", description: "The path of the template that is deployed." },
      },
      required: ["path"],
      additionalProperties: false,
    },
  },
  describe_type: {
    name: "describe_type",
    title: "Describe a CloudFormation resource type",
    description:
      "Gives what a CloudFormation or SAM resource type takes and gives, offline: each property with what it may hold, whether it is required and what an update of it does (replacement, some: with interruption, none), required and usual ones first; which exclude or need each other; what Ref gives and all attributes of Fn::GetAtt. Use it before you write a resource instead of guessing. An object in a property is named only: ask again with its path.",
    input: {
      type: "object",
      properties: {
        type: { type: "string", description: "Such as AWS::S3::Bucket." },
        path: {
          type: "string",
          description:
            "Names of properties below Properties with dots between them, without indexes: BucketEncryption.ServerSideEncryptionConfiguration.",
        },
      },
      required: ["type"],
      additionalProperties: false,
    },
  },
  explain: {
    name: "explain",
    title: "Explain a finding or an error of CloudFormation",
    description:
      "Explains the code of a finding (or a cfn-lint id such as E3012): what it means, a bad and a good example; or an error message of CloudFormation as it stands in a stack's events: what causes it and what to do, from the notes. Use it when a finding or a failed deployment is not plain.",
    input: {
      type: "object",
      properties: { about: { type: "string", description: "A code, a cfn-lint id, or the error message." } },
      required: ["about"],
      additionalProperties: false,
    },
  },
  notes_for_place: {
    name: "notes_for_place",
    title: "Notes on a place in a template",
    description:
      "Gives the person's own study notes and the built-in ones on what stands at a line and column of a CloudFormation template, best first, each with note id, file and line, and CloudFormation's reference on it.",
    input: {
      type: "object",
      properties: {
        path: PATH,
        line: { type: "integer", minimum: 1, description: "From 1." },
        column: { type: "integer", minimum: 1, description: "From 1, in UTF-16 units." },
      },
      required: ["path", "line", "column"],
      additionalProperties: false,
    },
  },
  search_notes: {
    name: "search_notes",
    title: "Search notes on AWS",
    description:
      "Searches the person's own study notes and the built-in ones, in English or Japanese, and gives title, note id, file, line and an excerpt, best first.",
    input: {
      type: "object",
      properties: {
        query: { type: "string", description: "Words or a question." },
        limit: {
          type: "integer",
          minimum: 1,
          maximum: SEARCH_LIMIT.most,
          description: "At most so many (default 10).",
        },
      },
      required: ["query"],
      additionalProperties: false,
    },
  },
};
