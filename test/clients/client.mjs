/** The client of the SDK's second generation, `@modelcontextprotocol/client`, in the revision asked for. */
import assert from "node:assert/strict";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { answerOf, play, target } from "./steps.mjs";

const { url, headers, program, revision } = target;
const isModern = revision >= "2026";

await play(async () => {
  const client = new Client(
    { name: "tests", version: "1" },
    isModern
      ? { versionNegotiation: { mode: { pin: revision } } }
      : { supportedProtocolVersions: [revision], versionNegotiation: { mode: "legacy" } },
  );
  await client.connect(
    program
      ? new StdioClientTransport(program)
      : new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers } }),
  );
  assert.equal(client.getNegotiatedProtocolVersion(), revision);
  return {
    list: async () => (await client.listTools()).tools.map(({ name }) => name),
    call: async (name, given, signal) =>
      answerOf(await client.callTool({ name, arguments: given }, { signal })),
    close: () => client.close(),
  };
});
