import { indexNotes } from "./scripts/bench/noteIndex.mjs";
import { writeNotes } from "./scripts/bench/searchNotes.mjs";
console.log(await indexNotes(writeNotes("/work/main/out/bench-notes"),3));
