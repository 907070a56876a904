import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** An account that answers everybody the same and notes what it was asked. */
export interface NotingAccount {
  readonly url: string;
  readonly credentials: { readonly username: string; readonly apiKey: string };
  /** What it was asked since the last time: method, path and body of each request. */
  asked(): readonly string[];
  close(): Promise<void>;
}

const ANSWER = JSON.stringify({ id: 1, data: [], meta: { prev_cursor: null, next_cursor: null } });

/** Starts one. Nothing changes in it, so that the same step does the same every time. */
export async function notingAccount(): Promise<NotingAccount> {
  let requests: string[] = [];
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    requests.push(`${request.method} ${request.url} ${body}`.trim());
    response.writeHead(200, { "content-type": "application/json" }).end(ANSWER);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    credentials: { username: "agent@example.com", apiKey: "an-api-key-of-the-tests" },
    asked() {
      const asked = requests;
      requests = [];
      return asked;
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** A body to compare: JSON without its spaces, and a form with the same boundary as every other. */
async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) {
    parts.push(part);
  }
  const text = Buffer.concat(parts).toString("utf8");
  const [, boundary] = /boundary=(\S+)/.exec(request.headers["content-type"] ?? "") ?? [];
  if (boundary !== undefined) {
    return text.replaceAll(boundary, "boundary");
  }
  try {
    return JSON.stringify(sorted(JSON.parse(text)));
  } catch {
    return text;
  }
}

/** The order of fields says nothing. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sorted);
  }
  return typeof value === "object" && value !== null
    ? Object.fromEntries(
        Object.entries(value)
          .sort(([one], [other]) => (one < other ? -1 : 1))
          .map(([key, one]) => [key, sorted(one)]),
      )
    : value;
}
