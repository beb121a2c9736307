/** The looks of the web file: readable alone, in dark and on paper. */
export const STYLE = `
:root{color-scheme:light;font:15px/1.45 Inter,"Noto Sans",system-ui,sans-serif;font-variant-numeric:tabular-nums}
body{margin:0;background:#f6f6f3;color:#15181c}
main,footer,.state{max-width:1180px;margin:0 auto;padding:0 20px}
h1{font-size:26px;line-height:32px;margin:28px 0 4px}h2{font-size:17px;margin:32px 0 6px}h3{font-size:15px;margin:22px 0 4px}
p{margin:4px 0}.soft{color:#454c55}.tone-good{color:#006d77}.tone-bad{color:#c0341d}.tone-watch{color:#855600}
section,.card{background:#fff;border:1px solid #dddfe2;border-radius:10px;padding:16px;margin:14px 0}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:13px}caption{text-align:left;color:#454c55;padding:4px 0}
th,td{padding:5px 7px;border-bottom:1px solid #dddfe2;text-align:left;vertical-align:top}thead th{color:#454c55;font-weight:600}
svg{max-width:100%;height:auto;display:block;background:#fff}
.state{padding:8px 20px;border-radius:0 0 10px 10px;background:#eeeeea}.state[data-state=original]{background:#e0f1f1;color:#006d77}.state[data-state=altered]{background:#fbe8e4;color:#c0341d;font-weight:600}
footer{padding:20px;color:#636b75;font-size:13px;overflow-wrap:anywhere}
@media print{body{background:#fff}section{break-inside:avoid;border:0;padding:0}}
`;

/** Hashes the payload and what is shown, and says whether both are as they were written. Needs no network. */
export const SCRIPT = `
const state=document.getElementById("state");
const say=(kind,text)=>{state.dataset.state=kind;state.textContent=text};
const hash=async text=>Array.from(new Uint8Array(await crypto.subtle.digest("SHA-256",new TextEncoder().encode(text))),b=>b.toString(16).padStart(2,"0")).join("");
const canonical=v=>v===null||typeof v!=="object"?JSON.stringify(v):Array.isArray(v)?"["+v.map(canonical).join(",")+"]":"{"+Object.keys(v).sort().map(k=>JSON.stringify(k)+":"+canonical(v[k])).join(",")+"}";
(async()=>{
  if(!globalThis.crypto?.subtle)return say("unknown","This browser cannot check the file here. Use: plumbline verify FILE");
  try{
    const payload=await hash(canonical(JSON.parse(document.getElementById("payload").textContent)));
    const shown=await hash(document.querySelector("main").innerHTML);
    const {sha256,shown:written}=document.documentElement.dataset;
    if(payload!==sha256)say("altered","Altered: the data in this file are not those of the snapshot.");
    else if(shown!==written)say("altered","Altered: what this page shows is not what was written.");
    else say("original","As it was written: data and page match SHA-256 "+sha256.slice(0,8)+"…"+sha256.slice(-4)+".");
  }catch{say("altered","Altered: the data in this file cannot be read.")}
})();
`;
