// What the views' pages are given to show in their tests.

/** A note whose HTML tries what no note may do. */
export const NOTE = {
  id: "a",
  title: "DeletionPolicy",
  path: ["Stacks"],
  builtIn: false,
  team: false,
  uri: "memory:/notes/a.md",
  line: 3,
  html: `<p onclick="hacked = 1" style="color:red">Keep it: <a href="cfn-note:other">other note</a>
<a href="javascript:hacked=2">run</a> <a href="command:workbench.action.quit">quit</a>
<img src="https://example.com/x.png" onerror="hacked = 3"><script>hacked = 4</script>
<iframe src="https://example.com"></iframe><svg onload="hacked = 5"></svg></p>
<table><tbody><tr><td>Retain</td></tr></tbody></table>
<p><img data-image="here.png" alt="a picture" src="https://example.com/x.png" width="20"><img data-image="gone.png" alt="no picture"></p>
<pre><code class="language-yaml:a.yaml"># Keep it
DeletionPolicy: Retain
</code></pre>`,
};

const WORDS = {
  language: "ja",
  openSource: "Open source",
  write: "Write",
  writeShort: "Write",
  ownWords: "In my own words",
  showExample: "Example",
  copy: "Copy",
  copied: "Copied",
  find: "Find",
  findNext: "Next",
  findPrevious: "Previous",
  close: "Close",
  noMatches: "No results",
  builtIn: "Built-in note",
  team: "Team’s note",
  search: "Search notes",
  addFolder: "Add a folder of notes",
  pinned: "Pinned",
  explain: "Why?",
  bind: "Bind…",
  marker: "As a marker:",
  shown: "Shown",
  leftOut: "Left out",
};

export const NOTE_PAGE = {
  label: "DeletionPolicy",
  notes: [NOTE, { ...NOTE, id: "b", title: "Snapshots", builtIn: true, html: "<p>Text.</p>" }],
  pinned: false,
  isPast: false,
  empty: "",
  isReading: false,
  canBeMended: false,
  canBeWritten: false,
  hasFolders: true,
  images: { a: { "here.png": "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==" } },
  explanation: undefined,
  announcement: "DeletionPolicy: 2",
  words: WORDS,
};

const RANGE = { start: { line: 1, character: 0 }, end: { line: 1, character: 3 } };
const STEP = { range: RANGE, detail: "", depth: 0, astray: false };

export const SEQUENCE_PAGE = {
  resources: [{ logicalId: "Web", type: "AWS::EC2::Instance" }],
  picture: {
    logicalId: "Web",
    wait: "1 signal",
    steps: [
      { ...STEP, kind: "create", lane: "stack", title: "Web is created" },
      { ...STEP, kind: "userData", lane: "machine", title: "UserData" },
      {
        ...STEP,
        kind: "signal",
        lane: "machine",
        title: "cfn-signal",
        depth: 1,
        detail: "--resource Web",
        note: { id: "s", title: "Signals" },
      },
      { ...STEP, kind: "complete", lane: "stack", title: "Web is complete" },
    ],
  },
  pinned: false,
  empty: "",
  label: "Sequence",
  words: {
    language: "en",
    pin: "Pin",
    choose: "Resource",
    stack: "CloudFormation",
    machine: "Instance",
    elsewhere: "Elsewhere",
    waitsFor: "Waits for",
    resources: "These do:",
    note: "Note:",
  },
};

/** What the pages with pictures say, each word as its own name. */
const PICTURE_WORDS = Object.fromEntries(
  [
    ..."all services show find found smaller larger whole fit svg mermaid refersTo referredToBy leftOut keys".split(
      " ",
    ),
    ..."operation create update delete against noBase wave waves critical waitsFor nothing waitedForBy ifFails".split(
      " ",
    ),
    ..."doneBefore neverBegun rest kept between".split(" "),
  ].map((name) => [name, name]),
);

/** @param {number} line */
const placed = (line) => ({
  range: { start: { line, character: 2 }, end: { line, character: 5 } },
  entry: { start: { line, character: 2 }, end: { line: line + 1, character: 0 } },
});

export const GRAPH_PAGE = {
  language: "ja",
  title: "Template Graph: a.yaml",
  empty: "",
  words: PICTURE_WORDS,
  graph: {
    width: 500,
    height: 100,
    boxes: [
      { title: "Vpc", detail: "AWS::EC2::VPC", x: 0, y: 0, width: 110, height: 42, ...placed(1) },
      {
        title: "<b>Subnet</b>",
        detail: "AWS::EC2::Subnet",
        x: 200,
        y: 0,
        width: 110,
        height: 42,
        effect: " is replaced",
        severity: "replace",
        ...placed(3),
      },
      { title: "Server", detail: "AWS::EC2::Instance", x: 400, y: 0, width: 110, height: 42, ...placed(5) },
    ],
    lines: [
      { from: 1, to: 0, label: "Ref", isOrder: false, path: "M200 21C150 21 150 21 110 21" },
      { from: 2, to: 1, label: "Ref", isOrder: false, path: "M400 21C350 21 350 21 310 21" },
      { from: 2, to: 0, label: "Fn::Sub", isOrder: false, path: "" },
    ],
    service: "",
    isGrouped: false,
    services: [{ name: "AWS::EC2", count: 3 }],
    leftOut: 0,
  },
};

export const ORDER_PAGE = {
  language: "en",
  title: "Deployment Order: a.yaml",
  empty: "",
  words: PICTURE_WORDS,
  operation: "update",
  hasBase: true,
  base: "HEAD",
  order: {
    phases: [
      {
        title: "Create and update",
        failure: "The stack rolls back.",
        steps: [
          {
            title: "Vpc",
            detail: "AWS::EC2::VPC",
            wave: 0,
            waitsFor: [],
            isCritical: true,
            undo: "set back",
            ...placed(1),
          },
          { title: "<i>Web</i>", detail: "", wave: 1, waitsFor: [0], isCritical: true, undo: "deleted", ...placed(3) },
          { title: "Alarm", detail: "", wave: 2, waitsFor: [1], isCritical: true, undo: "deleted", ...placed(5) },
        ],
      },
    ],
    kept: ["Bucket"],
  },
};

export const STUDY_PAGE = {
  words: {
    language: "en",
    label: "Review",
    show: "Show",
    grades: ["Again", "Hard", "Good", "Easy"],
    why: "Why?",
    edit: "Edit",
    merge: "Merge",
    drop: "Drop",
    save: "Save",
    cancel: "Cancel",
    question: "Question",
    answer: "Answer",
    more: "More",
    deck: "Choose",
    allNotes: "All notes",
    hint: "Hint",
    close: "Close",
    undo: "Undo",
    isNew: "new",
  },
  count: "1 / 5",
  deck: "All notes",
  card: {
    prompt: "What is it?",
    front: "<b>Draining</b>",
    back: "Keeps connections for a while.",
    where: "Memo › ELB",
    isNew: true,
    canMerge: false,
    after: ["1 min", "5 min", "10 min", "8 d"],
  },
  revealed: false,
  done: [],
  progress: { cards: 9, asked: 1, firm: 0, reviews: 0, known: 0 },
  hasMore: false,
  canUndo: false,
};

export const DRILL_PAGE = {
  words: {
    language: "en",
    task: "One fault.",
    events: "Events",
    eventColumns: ["Time", "Resource", "Status and reason"],
    right: "Right.",
    wrong: "No.",
    hint: "Hint",
    answer: "Answer",
    explanation: "What was wrong",
    note: "Note",
    place: "Place",
    next: "Next",
    incident: "Incident",
    close: "Close",
    sources: "Sources:",
  },
  number: 1,
  questions: [
    {
      ask: "What is the cause?",
      choices: [
        { text: "Nothing signals.", isRight: false, reason: "<b>No signal</b> is missing." },
        { text: "It is too short.", isRight: true, reason: "" },
        { text: "It is too long.", isRight: false, reason: "No." },
        { text: "Nothing.", isRight: false, reason: "No." },
      ],
    },
  ],
  events: [
    {
      time: "10:00:03",
      name: "Web",
      type: "AWS::AutoScaling::AutoScalingGroup",
      status: "CREATE_FAILED",
      reason: "Received 0 SUCCESS signal(s) out of 1.",
    },
  ],
  hints: ["It is in a note."],
  explanation: "The Timeout is PT15S.",
  quote: { title: "Timeout", text: "How long it waits." },
  sources: ["https://docs.aws.amazon.com/"],
};

export const COMPARE_PAGE = {
  language: "en",
  comparison: {
    id: "a-b",
    title: "A × B",
    columns: ["A", "B"],
    rows: [{ name: "Is", cells: ["one", "the other"] }],
    own: [null, { noteId: "b", text: "<i>mine</i>" }],
    sources: ["https://docs.aws.amazon.com/"],
  },
  own: "My notes",
  open: "Open the note",
  sources: "Sources:",
};
