/**
 * Tries the built MCP server with the clients that people have, and with the conformance suite of the
 * protocol: `npm run test:clients`.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { tick } from "../support/ticks";
import { runConformance } from "./conformance";
import { startGorgias } from "./gorgias";
import { runClient } from "./run";
import { overStdio, startHttp, TOKEN } from "./server";

/** The revisions of the protocol that the server serves. */
const ALL = ["2026-07-28", "2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05"];
const CURRENT = "2026-07-28";
const EARLIER = "2025-11-25";

/** How a client is tried. */
interface Trial {
  readonly name: string;
  /** The file in this folder that plays it. */
  readonly script: string;
  /** Over what it talks to the server. */
  readonly over: "stdio" | "http";
  /** The revisions that it speaks there, one after the other. */
  readonly revisions: readonly string[];
  /** That the server cannot learn that it gives up waiting. */
  readonly isMute?: true;
}

const TRIALS: readonly Trial[] = [
  { name: "client", script: "client.mjs", over: "stdio", revisions: ALL },
  { name: "client", script: "client.mjs", over: "http", revisions: ALL },
  { name: "sdk", script: "sdk.mjs", over: "stdio", revisions: [EARLIER] },
  { name: "sdk", script: "sdk.mjs", over: "http", revisions: [EARLIER] },
  { name: "AI SDK", script: "aiSdk.mjs", over: "stdio", revisions: [CURRENT], isMute: true },
  { name: "AI SDK", script: "aiSdk.mjs", over: "http", revisions: [CURRENT, EARLIER] },
  { name: "LangChain", script: "langchain.mjs", over: "stdio", revisions: [EARLIER] },
  { name: "LangChain", script: "langchain.mjs", over: "http", revisions: [EARLIER] },
  { name: "mcp-remote", script: "mcpRemote.mjs", over: "http", revisions: [EARLIER] },
  {
    name: "Inspector",
    script: "inspector.mjs",
    over: "stdio",
    revisions: [CURRENT, EARLIER],
    isMute: true,
  },
  { name: "Inspector", script: "inspector.mjs", over: "http", revisions: [CURRENT, EARLIER] },
];

async function main(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "gorgias-mcp-clients-"));
  const gorgias = await startGorgias();
  const server = await startHttp(gorgias, folder);
  const targets = {
    stdio: { program: overStdio(gorgias) },
    http: { url: server.url, headers: { authorization: `Bearer ${TOKEN}` } },
  };
  try {
    for (const { name, script, over, revisions, isMute = false } of TRIALS) {
      for (const revision of revisions) {
        const target = { ...targets[over], revision, reaches: !isMute };
        await runClient(`${name}, ${over}, ${revision}:`, script, target, { gorgias, folder });
      }
    }
    await runConformance(server, folder);
  } finally {
    const startedAt = performance.now();
    await server.end();
    tick("The server ends when it is told to", undefined, startedAt);
    await gorgias.close();
    rmSync(folder, { recursive: true });
  }
}

void main();
