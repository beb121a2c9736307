import { breaches } from "./house-rules.ts";

const found = breaches(process.cwd());
for (const sentence of found) console.log(sentence);
process.exitCode = found.length === 0 ? 0 : 1;
