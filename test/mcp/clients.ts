import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import type { Transport } from "@modelcontextprotocol/sdk/shared/transport.js";
import type { CallToolResult } from "@modelcontextprotocol/server";
import type { Sandbox } from "../../sandbox";
import { configOf } from "../../src/mcp/access/config";
import { type Listening, serveHttp } from "../../src/mcp/serving/http";
import { isTool, PREFIX } from "../../src/mcp/tools/tool";
import { toolsets } from "../../src/mcp/toolsets";
import { serverPath } from "../support/bundle";
import { environmentOf } from "../support/environment";

/** The tools of the customers' server. */
export const customersTools = (toolsets[0]?.tools ?? []).filter(isTool);

/** The token that the tests' HTTP servers let in. */
export const TOKEN = "a-t0ken-of-the-tests";

/** No call fails because the machine is busy. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Calls tools by their names; those of the customers' server also without what all of them begin with. */
export interface Caller {
  readonly client: Client;
  call(tool: string, given?: Record<string, unknown>): Promise<CallToolResult>;
  close(): Promise<void>;
}

/** Starts the built program and talks to it over stdio. */
export async function overStdio(
  sandbox: Pick<Sandbox, "url" | "credentials">,
  args: readonly string[] = [],
  env = environmentOf(sandbox),
): Promise<Caller> {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [serverPath(), ...args],
    env,
  });
  return callerOver(transport, {});
}

/** Talks to a server over HTTP. */
export async function overHttp(url: string, pcid = "acme", token = TOKEN): Promise<Caller> {
  const headers = { authorization: `Bearer ${token}` };
  const transport = new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers } });
  // The SDK's own types disagree about optional properties.
  return callerOver(transport as Transport, { PCID: pcid });
}

async function callerOver(transport: Transport, also: Record<string, unknown>): Promise<Caller> {
  const client = new Client({ name: "tests", version: "1" });
  await client.connect(transport);
  return {
    client,
    call: async (tool, given = {}) =>
      (await client.callTool(
        {
          name: tool.startsWith("gorgias_") ? tool : PREFIX + tool,
          arguments: { ...given, ...also },
        },
        undefined,
        {
          timeout: LONGEST_TIMER_MS,
        },
      )) as CallToolResult,
    close: () => client.close(),
  };
}

/** An HTTP server in this process, with the connection acme on a sandbox. */
export function serverFor({ credentials }: Sandbox): Promise<Listening> {
  return serveHttp({
    toolsets,
    log: () => undefined,
    config: configOf({
      tokens: { [TOKEN]: "*" },
      connections: { acme: { domain: "acme", ...credentials } },
    }),
  });
}

/** The text of a result. */
export function textOf({ content: [first] }: Pick<CallToolResult, "content">): string {
  return first?.type === "text" ? first.text : "";
}
