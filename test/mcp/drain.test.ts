import { once } from "node:events";
import { connect } from "node:net";
import { configOf } from "../../src/mcp/access/config";
import { serveHttp } from "../../src/mcp/serving/http";
import { toolsets } from "../../src/mcp/toolsets";
import { TOKEN } from "./clients";

it("a client that never sends the rest of its request does not hold up the end", async () => {
  const acme = { domain: "acme", username: "agent@example.com", apiKey: "k3y-s3cr3t" };
  const config = configOf({ tokens: { [TOKEN]: "*" }, connections: { acme } });
  const server = await serveHttp({ toolsets, config, log: () => undefined });
  const { host, port } = new URL(server.url);
  const socket = connect(Number(port), "127.0.0.1");
  await once(socket, "connect");
  const closed = once(socket, "close");
  socket.on("error", () => undefined).resume();
  socket.write(
    `POST /gorgias-customers HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${TOKEN}\r\nContent-Length: 9\r\n\r\n{`,
  );
  // Its headers have arrived by the time that a later request is answered.
  await fetch(new URL("/healthz", server.url));
  await server.close();
  await closed;
});
