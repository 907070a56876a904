import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type Sandbox, type SandboxOptions, startSandbox } from "../../sandbox";
import type { Entry } from "../../src/mcp/access/audit";
import { configOf } from "../../src/mcp/access/config";
import { type Listening, serveHttp } from "../../src/mcp/serving/http";
import { toolsets } from "../../src/mcp/toolsets";
import { TOKEN } from "./clients";

/** Several accounts behind one address: the credentials tell which one a request is for. */
export interface Town {
  readonly sandboxes: readonly Sandbox[];
  readonly server: Listening;
  /** The calls that have ended, as the server counts them. */
  readonly audit: readonly Entry[];
  close(): Promise<void>;
}

/** Hears of each request to Gorgias, and may answer it in place of the account. */
export type Guard = (text: string, pass: () => Promise<void>) => Promise<"refused" | "passed">;

/** What a request with an API key carries as Authorization. */
export const basic = (username: string, apiKey: string) =>
  `Basic ${Buffer.from(`${username}:${apiKey}`).toString("base64")}`;

const agent = (index: number) => `agent-${index}@example.com`;

/** Starts accounts and a server with a connection to each, by number. */
export async function town(
  options: readonly SandboxOptions[],
  guard: Guard = passing,
): Promise<Town> {
  const sandboxes = await Promise.all(options.map((one) => startSandbox(one)));
  const front = await gate(
    new Map(sandboxes.map((sandbox, index) => [basic(agent(index), `key-${index}`), sandbox])),
    guard,
  );
  process.env.GORGIAS_BASE_URL = `http://127.0.0.1:${(front.address() as AddressInfo).port}`;
  const account = (index: number) => ({
    domain: `account-${index}`,
    username: agent(index),
    apiKey: `key-${index}`,
  });
  const audit: Entry[] = [];
  const server = await serveHttp({
    audit: (entry) => audit.push(entry),
    toolsets,
    log: () => undefined,
    config: configOf({
      tokens: { [TOKEN]: "*" },
      connections: Object.fromEntries(sandboxes.map((_, index) => [`${index}`, account(index)])),
    }),
  });
  return {
    sandboxes,
    server,
    audit,
    async close() {
      delete process.env.GORGIAS_BASE_URL;
      await server.close();
      await new Promise((closed) => {
        front.close(closed);
        front.closeAllConnections();
      });
      await Promise.all(sandboxes.map((one) => one.close()));
    },
  };
}

/** Lets the account answer. */
export const passing: Guard = async (_, pass) => {
  await pass();
  return "passed";
};

function gate(accounts: ReadonlyMap<string, Sandbox>, guard: Guard): Promise<Server> {
  const server = createServer(async (asked, answered) => {
    const account = accounts.get(asked.headers.authorization ?? "");
    if (!account) {
      answered.writeHead(401).end();
      return;
    }
    const { username, apiKey } = account.credentials;
    const headers = { ...asked.headers, authorization: basic(username, apiKey) };
    const body = Buffer.concat(await asked.toArray());
    const onward = () =>
      new Promise<void>((done) => {
        request(`${account.url}${asked.url}`, { method: asked.method, headers }, (answer) => {
          answered.writeHead(answer.statusCode ?? 500, answer.headers);
          answer.pipe(answered);
          answer.on("close", done);
        })
          .on("error", () => {
            answered.destroy();
            done();
          })
          .end(body);
      });
    if ((await guard(`${asked.url} ${body}`, onward)) === "refused") {
      answered.writeHead(429, { "retry-after": "0" }).end();
    }
  });
  return new Promise((listening) => {
    server.listen(0, "127.0.0.1", () => listening(server));
  });
}
