// Builds the client when its sources changed since the last build.
import { PreparationFailed, prepare } from "./prepare.mjs";

try {
  await prepare({ client: true });
} catch (error) {
  if (!(error instanceof PreparationFailed)) throw error;
  process.exitCode = error.exitCode;
}
