// `npm run dev`: the server restarts when its files change, Vite serves the client and hands the server's paths on.
import { spawn } from "node:child_process";
import path from "node:path";
import { root } from "./node-version.mjs";

const clientPort = process.env.PORT ?? "3000";
const serverPort = String(Number(clientPort) + 1);
const env = { ...process.env, PLUMBLINE_DEV_SERVER: `http://127.0.0.1:${serverPort}` };
const vite = path.join(root, "node_modules/vite/bin/vite.js");

const children = [
  start(["--watch", "--watch-preserve-output", "server/main.ts"], { ...env, PORT: serverPort }),
  start([vite, "--port", clientPort, "--strictPort"], env),
];
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => stopAll(signal));

function start(args, childEnv) {
  const child = spawn(process.execPath, args, { cwd: root, env: childEnv, stdio: "inherit" });
  child.once("exit", (code) => {
    process.exitCode ??= code ?? 0;
    stopAll("SIGTERM");
  });
  return child;
}

function stopAll(signal) {
  for (const child of children) if (child.exitCode === null) child.kill(signal);
}
