import { once } from "node:events";
import { createServer, type Socket } from "node:net";

/** A mail as it arrived, its parts decoded. */
export interface Received {
  readonly to: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly text: string;
  readonly html: string;
  /** Types of the parts beside text and HTML. */
  readonly attached: readonly string[];
}

/** A mail server that keeps what it is given. */
export interface MailServer {
  readonly url: string;
  readonly mails: readonly Received[];
  /** Refuses so many mails that come next, as a server does that is busy. */
  refuse(times: number): void;
  close(): Promise<void>;
}

/** Listens on the loopback, and speaks as much SMTP (RFC 5321) as a sender needs. */
export async function aMailServer(): Promise<MailServer> {
  const mails: Received[] = [];
  let refusals = 0;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    serve(socket, {
      takes: () => refusals === 0 || !(refusals-- > 0),
      keep: (to, raw) => void mails.push(received(to, raw)),
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    refuse: (times) => {
      refusals = times;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

type Keeping = { readonly takes: () => boolean; readonly keep: (to: string, raw: string) => void };

function serve(socket: Socket, { takes, keep }: Keeping): void {
  let waiting = "";
  let to = "";
  let body: string | null = null;
  const say = (line: string) => socket.write(`${line}\r\n`);
  const command = (line: string) => {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === "RCPT") to = /<(.+)>/.exec(line)?.[1] ?? "";
    if (verb === "MAIL" && !takes()) return say("451 busy, come again");
    if (verb === "DATA") {
      body = "";
      return say("354 go on");
    }
    if (verb === "QUIT") return socket.end("221 bye\r\n");
    return say("250 fine");
  };
  socket.setEncoding("latin1");
  socket.on("error", () => socket.destroy());
  say("220 test mail server");
  socket.on("data", (piece) => {
    waiting += String(piece);
    for (let end = waiting.indexOf("\r\n"); end >= 0; end = waiting.indexOf("\r\n")) {
      const line = waiting.slice(0, end);
      waiting = waiting.slice(end + 2);
      if (body === null) command(line);
      else if (line === ".") {
        keep(to, body);
        body = null;
        say("250 kept");
      } else body += `${line.replace(/^\.\./, ".")}\r\n`;
    }
  });
}

function received(to: string, raw: string): Received {
  const whole = partOf(raw);
  const leaves = leavesOf(raw);
  const textOf = (type: string) => leaves.find((leaf) => leaf.type === type)?.content ?? "";
  const attached = leaves.map(({ type }) => type).filter((type) => !type.startsWith("text/"));
  return { to, headers: whole.headers, text: textOf("text/plain"), html: textOf("text/html"), attached };
}

type Leaf = { readonly type: string; readonly content: string };

function leavesOf(raw: string): Leaf[] {
  const { headers, body } = partOf(raw);
  const type = headers.get("content-type") ?? "text/plain";
  const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1];
  if (boundary === undefined) return [{ type: type.split(";")[0] ?? "", content: decoded(headers, body) }];
  return body
    .split(`--${boundary}`)
    .slice(1, -1)
    .flatMap((part) => leavesOf(part.replace(/^\r\n/, "")));
}

function partOf(raw: string): { headers: Map<string, string>; body: string } {
  const end = raw.indexOf("\r\n\r\n");
  const lines = raw
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, " ")
    .split("\r\n");
  const headers = new Map(
    lines.map((line) => [line.split(":")[0]?.toLowerCase() ?? "", line.replace(/^[^:]*:\s*/, "")]),
  );
  return { headers, body: raw.slice(end + 4) };
}

function decoded(headers: ReadonlyMap<string, string>, body: string): string {
  const encoding = headers.get("content-transfer-encoding")?.toLowerCase();
  if (encoding === "base64") return Buffer.from(body, "base64").toString();
  if (encoding !== "quoted-printable") return Buffer.from(body, "latin1").toString();
  const bytes = body
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString();
}
