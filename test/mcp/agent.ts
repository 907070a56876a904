import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import type { CallToolResult, Tool } from "@modelcontextprotocol/server";
import { isObject } from "../../src/client/json";

/** What a tool answered, as a model looks into it. */
export type Found = Record<string, unknown>;

/** An agent: it knows what the lists of tools say, and nothing else. */
export interface Agent {
  /** How many calls it made. */
  readonly calls: readonly string[];
  /**
   * Calls a tool by its whole name.
   *
   * @throws Error for a name or an argument that no list tells of, and for whatever the tool refuses
   */
  call(name: string, given?: Found): Promise<Found>;
  close(): Promise<void>;
}

/** Connects to toolsets of a server and reads their lists. */
export async function agentOn(
  origin: string,
  paths: readonly string[],
  token: string,
): Promise<Agent> {
  const known = new Map<string, { client: Client; tool: Tool }>();
  const clients: Client[] = [];
  for (const path of paths) {
    const client = new Client({ name: "tests", version: "1" });
    const headers = { authorization: `Bearer ${token}` };
    await client.connect(
      new StreamableHTTPClientTransport(new URL(path, origin), { requestInit: { headers } }),
    );
    clients.push(client);
    for (const tool of (await client.listTools()).tools) {
      known.set(tool.name, { client, tool });
    }
  }
  const calls: string[] = [];
  return {
    calls,
    async call(name, given = {}) {
      const { client, tool } = known.get(name) ?? {};
      if (!client || !tool) {
        throw new Error(`No list tells of ${name}.`);
      }
      const untold = Object.keys(given).filter(
        (one) => !(one in (tool.inputSchema.properties ?? {})),
      );
      if (untold.length > 0) {
        throw new Error(`${name} tells of no argument ${untold.join(", ")}.`);
      }
      calls.push(name);
      const result: CallToolResult = await client.callTool({ name, arguments: given });
      if (result.isError || !isObject(result.structuredContent)) {
        throw new Error(`${name}: ${JSON.stringify(result.content)}`);
      }
      return result.structuredContent;
    },
    close: async () => {
      await Promise.all(clients.map((client) => client.close()));
    },
  };
}

/** The items of a list. */
export function itemsOf(found: Found, key = "data"): readonly Found[] {
  const items = found[key];
  if (!Array.isArray(items)) {
    throw new Error(`There is no list ${key} in ${JSON.stringify(found).slice(0, 500)}`);
  }
  return items;
}

/** The one item that a person means by a text. */
export function theOne(items: readonly Found[], key: string, text: string): Found {
  const [item, ...others] = items.filter((one) => String(one[key]).includes(text));
  if (!item || others.length > 0) {
    throw new Error(`Not one ${key} is ${text}: ${JSON.stringify(items).slice(0, 500)}`);
  }
  return item;
}
