/** The client of the SDK's first generation, `@modelcontextprotocol/sdk`. */
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { answerOf, play, target } from "./steps.mjs";

const { url, headers, program } = target;

await play(async () => {
  const client = new Client({ name: "tests", version: "1" });
  await client.connect(
    program
      ? new StdioClientTransport(program)
      : new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers } }),
  );
  return {
    list: async () => (await client.listTools()).tools.map(({ name }) => name),
    call: async (name, given, signal) =>
      answerOf(await client.callTool({ name, arguments: given }, undefined, { signal })),
    close: () => client.close(),
  };
});
