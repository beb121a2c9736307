import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A server that listens. */
export interface Running {
  readonly port: number;
  /** Takes no new request, finishes those in flight within `patience` milliseconds, and closes every socket. */
  stop(patience: number): Promise<void>;
}

/** Listens until it is stopped. Rejects where the address is taken or not allowed. */
export function listen(app: RequestListener, { host, port }: { host: string; port: number }): Promise<Running> {
  const server = createServer({ requestTimeout: 120_000, headersTimeout: 30_000, keepAliveTimeout: 20_000 }, app);
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve({ port: (server.address() as AddressInfo).port, stop: (patience) => stop(server, patience) });
    });
  });
}

function stop(server: Server, patience: number): Promise<void> {
  return new Promise((resolve) => {
    const impatient = setTimeout(() => server.closeAllConnections(), patience);
    server.close(() => {
      clearTimeout(impatient);
      resolve();
    });
    // Sockets that answered while the server was closing stay open until the client lets go of them.
    const sweep = setInterval(() => server.closeIdleConnections(), 100);
    server.once("close", () => clearInterval(sweep));
  });
}
