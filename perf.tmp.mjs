import { build } from "esbuild";
await build({stdin:{contents:` export {noteIndex} from "./server/src/notes/noteIndex.ts"; export {topics} from "./server/src/notes/topics/all.ts"; export {loadCatalogue} from "./server/test/catalogue/loadCatalogue.ts";  export {notesAt} from "./server/test/notes/noteAt.ts";export {PLACES} from "./server/test/notes/placesOfTopics.ts"`,resolveDir:"/work/wt-typing"},bundle:true,format:"esm",platform:"node",outfile:"/work/wt-typing/out/perf.mjs",banner:{js:"import {createRequire} from 'node:module';const require=createRequire(import.meta.url);"}});
import { readFileSync, readdirSync, statSync } from "node:fs";
const c=await import("/work/wt-typing/out/perf.mjs");
const files=[];const walk=(d)=>{for(const e of readdirSync(d,{withFileTypes:true})){const p=d+"/"+e.name;if(e.isDirectory())walk(p);else if(/\.md$/.test(e.name)&&!p.includes("judge"))files.push(p)}};
walk("/work/shared/notes-corpus");
let total=0;const src=[];let n=0;
while(src.length<2000&&total<2e6){ for(const f of files){let t=readFileSync(f,"utf8");
  // parts of about 1 KB
  for(const part of t.split(/\n(?=#{1,3} )/)){ if(src.length>=2000)break; const text=part.slice(0,4000); total+=text.length; src.push({uri:`file:///n/f${src.length}/${f.split("/").pop().replace(/ /g,"%20")}`,text,builtIn:false,language:"ja"});}}}
console.log(src.length,total);

const index=(()=>{const k=c.loadCatalogue();return c.noteIndex({topics:c.topics,typeNames:k.typeNames,propertyOwners:(n)=>k.propertyOwners(n)})})();
for(const s of src)index.set(s);
let u=process.cpuUsage();let t=performance.now(); c.notesAt(index,c.PLACES.updateReplacePolicy); console.log("read+bind ms",performance.now()-t,"cpu",process.cpuUsage(u).user/1000);
t=performance.now(); index.set({...src[5],text:src[5].text+"\n\n## X\n"}); c.notesAt(index,c.PLACES.updateReplacePolicy); console.log("one change ms",performance.now()-t);
t=performance.now(); index.set({...src[6],text:src[6].text+"\n\n## X\n"}); c.notesAt(index,c.PLACES.updateReplacePolicy); console.log("one change ms",performance.now()-t);
console.log(process.memoryUsage().heapUsed/1e6);
