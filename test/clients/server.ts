import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { serverPath } from "../support/bundle";
import { environmentOf, plainEnvironment } from "../support/environment";
import type { Gorgias } from "./gorgias";

/** The token of the clients. It opens one connection alone, which no call has to name then. */
export const TOKEN = "only-for-the-clients-of-the-tests";

const ACCOUNT = "acme";

/** How long it may take to end, in milliseconds, however busy the machine is. */
const LONGEST_END_MS = 60_000;

/** The built server, as a program over HTTP. */
export interface HttpServer {
  readonly origin: string;
  readonly url: string;
  /** @throws Error when it does not end by itself, with 0, after it was told to */
  end(): Promise<void>;
}

/** How a client starts the built server to talk to it over stdio. */
export function overStdio({ origin, credentials }: Gorgias) {
  return {
    command: process.execPath,
    args: [serverPath()],
    env: environmentOf({ url: origin, credentials }),
  };
}

/**
 * Starts the built server on a free port.
 *
 * @param folder where its configuration is written
 */
export async function startHttp({ origin, credentials }: Gorgias, folder: string) {
  const config = path.join(folder, "config.json");
  const connections = { [ACCOUNT]: { domain: ACCOUNT, ...credentials } };
  writeFileSync(config, JSON.stringify({ tokens: { [TOKEN]: [ACCOUNT] }, connections }));
  const child = spawn(
    process.execPath,
    [serverPath(), "--http", "--port", "0", "--config", config],
    { env: plainEnvironment({ GORGIAS_BASE_URL: origin }), stdio: ["ignore", "pipe", "pipe"] },
  );
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => {
    said += chunk;
  });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const line = await Promise.race([
    new Promise<string>((listening) => createInterface(child.stdout).once("line", listening)),
    ended.then((code) => `It ended with ${code}.`),
  ]);
  const [, address] = /^Listening on (http:\S+)$/m.exec(line) ?? [];
  if (address === undefined) {
    throw new Error(`The server does not start. ${line}\n${said}`);
  }
  const url = new URL(address);
  return {
    origin: url.origin,
    url: url.href,
    async end() {
      const cut = setTimeout(() => child.kill("SIGKILL"), LONGEST_END_MS);
      child.kill("SIGTERM");
      const code = await ended;
      clearTimeout(cut);
      if (code !== 0) {
        throw new Error(`The server was told to end, and ended with ${code}.\n${said}`);
      }
    },
  } satisfies HttpServer;
}
