/** The AI SDK, `@ai-sdk/mcp`. Over stdio it tells nobody that it gives up waiting. */
import assert from "node:assert/strict";
import { createMCPClient } from "@ai-sdk/mcp";
import { Experimental_StdioMCPTransport as StdioMCPTransport } from "@ai-sdk/mcp/mcp-stdio";
import { answerOf, play, target } from "./steps.mjs";

const { url, headers, program, revision } = target;

await play(async () => {
  const client = await createMCPClient({
    transport: program ? new StdioMCPTransport(program) : { type: "http", url, headers },
    protocolVersionDiscovery: revision >= "2026",
  });
  assert.equal(client.initializeResult.protocolVersion, revision);
  const tools = await client.tools();
  return {
    list: async () => Object.keys(tools),
    call: async (name, given, abortSignal) =>
      answerOf(await tools[name].execute(given, { toolCallId: "1", messages: [], abortSignal })),
    close: () => client.close(),
  };
});
