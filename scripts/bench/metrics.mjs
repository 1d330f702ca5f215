/**
 * What the table shows, in its order.
 * @type {readonly { key: string, label: string, unit: "ms" | "MB" | "" }[]}
 */
export const METRICS = [
  { key: "initialize", label: "start → initialize answered", unit: "ms" },
  { key: "open.hover", label: "open → first hover", unit: "ms" },
  { key: "open.first", label: "open → first diagnostics", unit: "ms" },
  { key: "open.diagnostics", label: "open → all diagnostics", unit: "ms" },
  { key: "open.count", label: "diagnostics found", unit: "" },
  { key: "hover.p50", label: "hover, median", unit: "ms" },
  { key: "hover.p95", label: "hover, p95", unit: "ms" },
  { key: "hover.typing.p50", label: "hover behind an edit, median", unit: "ms" },
  { key: "hover.typing.p95", label: "hover behind an edit, p95", unit: "ms" },
  { key: "completion.p50", label: "completion while typing, median", unit: "ms" },
  { key: "completion.p95", label: "completion while typing, p95", unit: "ms" },
  { key: "edit.p50", label: "edit → all diagnostics, median", unit: "ms" },
  { key: "edit.p95", label: "edit → all diagnostics, p95", unit: "ms" },
  { key: "edit.value.p95", label: "· in a value, p95", unit: "ms" },
  { key: "edit.key.p95", label: "· in a key, p95", unit: "ms" },
  { key: "edit.type.p95", label: "· in a resource's type, p95", unit: "ms" },
  { key: "edit.lineEnd.p95", label: "· a new line, p95", unit: "ms" },
  { key: "symbols.p50", label: "symbols after an edit, median", unit: "ms" },
  { key: "symbols.p95", label: "symbols after an edit, p95", unit: "ms" },
  { key: "folding.p50", label: "folding after an edit, median", unit: "ms" },
  { key: "folding.p95", label: "folding after an edit, p95", unit: "ms" },
  { key: "tokens.p50", label: "semantic tokens after an edit, median", unit: "ms" },
  { key: "tokens.p95", label: "semantic tokens after an edit, p95", unit: "ms" },
  { key: "memory.open", label: "memory after open", unit: "MB" },
  { key: "memory.soak.begin", label: "memory in the soak's first half, lowest", unit: "MB" },
  { key: "memory.soak", label: "memory in its second half, lowest", unit: "MB" },
  { key: "soak", label: "time of an edit in the soak", unit: "ms" },
];
