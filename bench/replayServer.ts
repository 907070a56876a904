import http from "node:http";
import type { AddressInfo } from "node:net";
import { startSandbox } from "../sandbox";

interface TicketPage {
  data: { id: number }[];
  meta: { next_cursor: string | null };
}

/** The answers of an account, ready to be sent. */
interface Recording {
  /** By the cursor that asks for them; the first page by an empty one. */
  readonly pages: ReadonlyMap<string, Buffer>;
  readonly ticket: Buffer;
}

/** Reads every page of a sandbox's tickets, and one ticket with its messages. */
async function record(tickets: number): Promise<Recording> {
  const sandbox = await startSandbox({ tickets, rateLimit: false });
  const { username, apiKey } = sandbox.credentials;
  const authorization = `Basic ${Buffer.from(`${username}:${apiKey}`).toString("base64")}`;
  const read = async (path: string): Promise<Buffer> => {
    const response = await fetch(`${sandbox.url}/api${path}`, { headers: { authorization } });
    return Buffer.from(await response.arrayBuffer());
  };

  const pages = new Map<string, Buffer>();
  let newest: number | undefined;
  for (let cursor: string | null = ""; cursor !== null; ) {
    const from = cursor && `&cursor=${encodeURIComponent(cursor)}`;
    const bytes = await read(`/tickets?limit=100${from}`);
    pages.set(cursor, bytes);
    const page = JSON.parse(bytes.toString("utf8")) as TicketPage;
    newest ??= page.data[0]?.id;
    cursor = page.meta.next_cursor;
  }
  const ticket = await read(`/tickets/${newest}`);
  await sandbox.close();
  return { pages, ticket };
}

/** Serves a recording; every ticket is the recorded one, and nothing is limited. */
function serve({ pages, ticket }: Recording): void {
  const server = http.createServer(({ url = "" }, response) => {
    const { pathname, searchParams } = new URL(url, "http://127.0.0.1");
    const body = pathname === "/api/tickets" ? pages.get(searchParams.get("cursor") ?? "") : ticket;
    response
      .writeHead(body ? 200 : 400, {
        "content-type": "application/json",
        "content-length": body?.length ?? 0,
      })
      .end(body);
  });
  server.listen(0, "127.0.0.1", () => {
    const { port } = server.address() as AddressInfo;
    process.send?.(`http://127.0.0.1:${port}`);
  });
}

process.on("disconnect", () => process.exit());
void record(Number(process.argv[2])).then(serve);
