import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { configOf } from "../../src/mcp/access/config";
import { serveHttp } from "../../src/mcp/serving/http";
import { toolsets } from "../../src/mcp/toolsets";
import { TOKEN } from "./clients";

const acme = { domain: "acme", username: "agent@example.com", apiKey: "k3y-s3cr3t" };
const config = configOf({ tokens: { [TOKEN]: "*" }, connections: { acme } });

it("a stream that tells of progress gets its answer, and ends with the server", async () => {
  const gorgias = createServer((_request, response) => gorgias.emit("asked", response));
  await once(gorgias.listen(0, "127.0.0.1"), "listening");
  const { port } = gorgias.address() as AddressInfo;
  process.env.GORGIAS_BASE_URL = `http://127.0.0.1:${port}`;
  const server = await serveHttp({ toolsets, config, log: () => undefined });
  try {
    const asked = once(gorgias, "asked");
    const stream = await fetch(server.url, {
      method: "POST",
      headers: {
        authorization: `Bearer ${TOKEN}`,
        accept: "application/json, text/event-stream",
      },
      body: JSON.stringify({
        jsonrpc: "2.0",
        id: 1,
        method: "tools/call",
        params: {
          name: "gorgias_customers_get_customer",
          arguments: { id: 5, PCID: "acme" },
          _meta: { progressToken: "p" },
        },
      }),
    });
    expect(stream.headers.get("content-type")).toBe("text/event-stream");
    const [waiting] = (await asked) as [ServerResponse];
    const closed = server.close();
    waiting.setHeader("content-type", "application/json").end('{"id":5,"name":"Jo"}');
    expect(await stream.text()).toContain('"structuredContent":{"id":5,"name":"Jo"}');
    await closed;
  } finally {
    delete process.env.GORGIAS_BASE_URL;
    await server.close();
    gorgias.closeAllConnections();
    gorgias.close();
  }
});
