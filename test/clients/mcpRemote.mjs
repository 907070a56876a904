/** A client that only has stdio, with mcp-remote between it and the server over HTTP. */
import { createRequire } from "node:module";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { answerOf, play, target } from "./steps.mjs";

const { url, headers, folder } = target;
const program = createRequire(import.meta.url).resolve("mcp-remote/dist/proxy.js");

await play(async () => {
  const client = new Client({ name: "tests", version: "1" });
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      // mcp-remote itself fills it in, so that no list of processes shows it.
      // biome-ignore lint/suspicious/noTemplateCurlyInString: as mcp-remote reads it
      args: [program, url, "--header", "Authorization:${TOKEN}"],
      env: { TOKEN: headers.authorization, MCP_REMOTE_CONFIG_DIR: folder },
      stderr: "ignore",
    }),
  );
  return {
    list: async () => (await client.listTools()).tools.map(({ name }) => name),
    call: async (name, given, signal) =>
      answerOf(await client.callTool({ name, arguments: given }, undefined, { signal })),
    close: () => client.close(),
  };
});
