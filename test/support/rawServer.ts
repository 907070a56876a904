import { createServer, type Server, type Socket } from "node:net";

const servers: Server[] = [];
const sockets = new Set<Socket>();

/**
 * An account on this machine that answers each request with these bytes and hangs up: for answers
 * that are no whole ones, which neither nock nor Node's HTTP server makes. End it with
 * {@link closeAll}.
 *
 * @param answers one a request, the last one also for those that follow
 * @returns the requests' first lines
 */
export async function rawAccount(...answers: readonly string[]): Promise<string[]> {
  const arrived: string[] = [];
  const server = createServer((socket) => {
    sockets.add(socket);
    let got = "";
    socket.on("error", () => undefined);
    socket.on("data", (bytes) => {
      got += bytes.toString("latin1");
      if (isWhole(got)) {
        arrived.push(got.slice(0, got.indexOf(" HTTP/")));
        got = "";
        socket.end(answers[Math.min(arrived.length, answers.length) - 1] ?? "");
      }
    });
  });
  await listen(server);
  return arrived;
}

/**
 * Lets the connector take a server for the account.
 *
 * @param scheme how it is spoken to
 */
export async function listen(server: Server, scheme: "http" | "https" = "http"): Promise<void> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  process.env.GORGIAS_BASE_URL = `${scheme}://127.0.0.1:${port}`;
}

/** Ends every server. */
export function closeAll(): void {
  delete process.env.GORGIAS_BASE_URL;
  for (const socket of sockets) {
    socket.destroy();
  }
  sockets.clear();
  for (const server of servers.splice(0)) {
    server.close();
  }
}

/** Whether a request has come with all of its body. */
function isWhole(request: string): boolean {
  const [head = "", ...rest] = request.split("\r\n\r\n");
  const [, length = "0"] = /^content-length: (\d+)/im.exec(head) ?? [];
  return rest.length > 0 && rest.join("\r\n\r\n").length >= Number(length);
}
