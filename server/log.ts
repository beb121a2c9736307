import { type DestinationStream, type Logger, pino } from "pino";
import type { Config } from "./config.ts";

export type Log = Logger;

/** The log as lines of JSON. It names persons by code only: no name, address, header, cookie or query. */
export function createLog(level: Config["logLevel"], destination?: DestinationStream): Log {
  const options = { level, base: null, serializers: { err: serialiseError } };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** An error with its causes; of what hangs on it only the code, since a driver puts rows there. */
function serialiseError(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  return {
    type: error.name,
    message: error.message,
    stack: error.stack,
    ...("code" in error ? { code: error.code } : {}),
    ...(error.cause !== undefined && depth < 5 ? { cause: serialiseError(error.cause, depth + 1) } : {}),
  };
}
