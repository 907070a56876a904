import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { cors } from "hono/cors";
import { accessOf } from "../access/access";
import type { Entry } from "../access/audit";
import type { Config } from "../access/config";
import { PCID, READ_ONLY } from "../access/pcid";
import { Renewals } from "../access/renewals";
import { INTERNAL, INVALID } from "../rpcError";
import { readOnly, type Toolset } from "../tools/toolset";
import { Exchange } from "./exchange";
import { listenFault } from "./faults";
import { inUrl, namesOf } from "./hosts";
import { SESSION } from "./legacy";
import { problem } from "./problem";

/** Where and for whom to serve. */
export interface HttpOptions {
  readonly toolsets: readonly Toolset[];
  /** Who may do what, or what tells it with each request. */
  readonly config: Config | (() => Promise<Config>);
  /** Hears of each call. @defaultValue nobody keeps an account of them */
  readonly audit?: (entry: Entry) => void;
  /** Hears what the people who run the server should know. */
  readonly log: (line: string) => void;
  /** @defaultValue 127.0.0.1 */
  readonly host?: string;
  /** 0, the default, picks a free one. */
  readonly port?: number;
  /** Names, beside the host's own and this machine's, that requests may be addressed to. */
  readonly allowedHosts?: readonly string[];
}

/** A server that listens. */
export interface Listening {
  /** Where it is reached, without a path. */
  readonly origin: string;
  /** Where the calls of the first toolset go. */
  readonly url: string;
  /**
   * Takes no more calls, and ends when those under way are answered, or after a minute. Whoever does
   * not take an answer is waited for no longer than a second.
   */
  close(): Promise<void>;
}

/** How long the calls under way are waited for, in milliseconds: a little more than one may take. */
const LONGEST_DRAIN_MS = 60_000;

/** How long answers may take on their way after that, in milliseconds. */
const LONGEST_WAY_MS = 1_000;

/**
 * Serves over streamable HTTP, statelessly: each request stands for itself and needs no `initialize`
 * before it.
 *
 * @throws Error that says what to do when it cannot listen there
 */
export async function serveHttp(options: HttpOptions): Promise<Listening> {
  const { host = "127.0.0.1", port = 0, toolsets, log, audit } = options;
  const exchange = new Exchange({ log, audit, renewals: new Renewals(log) });
  const server = createServer(getRequestListener(appOf(options, exchange).fetch));
  await new Promise<void>((listening, failed) => {
    const onError = (error: Error) => failed(listenFault(error, inUrl(host), port));
    server.once("error", onError).listen(port, host, listening);
  });
  const { port: bound } = server.address() as AddressInfo;
  const origin = `http://${inUrl(host)}:${bound}`;
  return {
    origin,
    url: `${origin}${toolsets[0]?.path ?? ""}`,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      const cut = () => server.closeAllConnections();
      const atLast = setTimeout(cut, LONGEST_DRAIN_MS);
      await exchange.end();
      server.closeIdleConnections();
      const soon = setTimeout(cut, LONGEST_WAY_MS);
      await closed;
      clearTimeout(atLast);
      clearTimeout(soon);
    },
  };
}

function appOf(options: HttpOptions, exchange: Exchange): Hono {
  const { toolsets, config, log, host = "127.0.0.1", allowedHosts = [] } = options;
  const names = namesOf(host, allowedHosts);
  const app = new Hono({ strict: false });
  app.onError((error) => {
    log(`A request failed: ${error.name}`);
    return problem(500, INTERNAL, "The server failed unexpectedly.");
  });
  app.get("/healthz", (context) => context.json({ status: "ok" }));
  app.use(async ({ req }, next) => {
    const origin = req.header("origin");
    if (!names.isOwnHost(req.header("host"))) {
      return problem(403, INVALID, "This server does not answer to that Host.");
    }
    if (origin !== undefined && !names.isOwnOrigin(origin)) {
      return problem(403, INVALID, "This server does not answer pages of that Origin.");
    }
    return next();
  });
  app.use(
    cors({
      origin: (origin) => origin,
      allowMethods: ["POST"],
      exposeHeaders: [SESSION, "www-authenticate"],
    }),
  );
  app.get("/.well-known/*", () => problem(404, INVALID, NO_OAUTH));
  const paths = toolsets.map(({ path }) => path).join(", ");
  const nothing = `There is nothing here: calls go to POST ${paths}. Each may end in /${READ_ONLY}, /<PCID> or /<PCID>/${READ_ONLY}.`;
  app.notFound(() => problem(404, INVALID, nothing));
  for (const toolset of toolsets) {
    const { path } = toolset;
    for (const [at, offered] of [
      [path, toolset],
      [`${path}/${READ_ONLY}`, readOnly(toolset)],
      [`${path}/:pcid`, toolset],
      [`${path}/:pcid/${READ_ONLY}`, readOnly(toolset)],
    ] as const) {
      app.post(at, async ({ req }) => {
        const current = typeof config === "function" ? await config() : config;
        const authorization = req.header("authorization");
        const access = accessOf(authorization, current);
        if (!access) {
          return unauthorized(authorization);
        }
        const named = { header: req.header(PCID), path: req.param("pcid") };
        const opened = access.offered(offered, Boolean(named.header || named.path));
        if (!opened) {
          return problem(403, INVALID, `This token does not open the tools at ${path}.`);
        }
        const { tokenFile } = current;
        return exchange.answer(req.raw, { toolset: opened, access, named, tokenFile });
      });
      app.all(at, () => problem(405, INVALID, `Calls go to POST ${at}.`, { allow: "POST" }));
    }
  }
  return app;
}

/** What ends a client's search for a place to sign in. */
const NO_OAUTH =
  "Nobody signs in here by OAuth. Send a token of this server: Authorization: Bearer <token>. Whoever runs it gives out tokens.";

/** Says what to send, and marks the token that came as wrong (RFC 6750, section 3). */
function unauthorized(authorization: string | undefined): Response {
  const came = authorization === undefined ? "" : "What came is not a token of this server. ";
  const error = authorization === undefined ? "" : ', error="invalid_token"';
  return problem(
    401,
    INVALID,
    `${came}Send a token of this server: Authorization: Bearer <token>. Whoever runs it gives out tokens: they stand in its configuration.`,
    { "www-authenticate": `Bearer realm="gorgias-mcp"${error}` },
  );
}
