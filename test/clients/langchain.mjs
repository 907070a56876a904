/** LangChain, `@langchain/mcp-adapters`. Its tools throw what a server calls an error. */
import { MultiServerMCPClient } from "@langchain/mcp-adapters";
import { play, target } from "./steps.mjs";

const { url, headers, program } = target;

await play(async () => {
  const client = new MultiServerMCPClient({
    mcpServers: {
      gorgias: program ? { transport: "stdio", ...program } : { transport: "http", url, headers },
    },
  });
  const tools = new Map((await client.getTools()).map((tool) => [tool.name, tool]));
  return {
    list: async () => [...tools.keys()],
    call: async (name, given, signal) => {
      try {
        const { text } = await tools.get(name).invoke(given, { signal });
        return { isError: false, text };
      } catch (error) {
        if (error.name !== "ToolException" || signal?.aborted) {
          throw error;
        }
        return { isError: true, text: error.message };
      }
    },
    close: () => client.close(),
  };
});
