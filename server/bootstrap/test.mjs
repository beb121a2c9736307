// `npm test`: prepares the checkout and runs every check. Its last line counts them, whatever happens before.
import path from "node:path";
import { runChild } from "./child.mjs";
import { environmentFor, root } from "./node-version.mjs";
import { prepare } from "./prepare.mjs";

try {
  const node = await prepare();
  const runner = path.join(root, "test/run.ts");
  process.exitCode = await runChild(node, [runner, ...process.argv.slice(2)], { cwd: root, env: environmentFor(node) });
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.stdout.write("0 passed, 1 failed\n");
  process.exitCode = 1;
}
