import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { cors } from "hono/cors";
import { accessOf } from "./access";
import type { Config } from "./config";
import { Exchange } from "./exchange";
import { listenFault } from "./faults";
import { inUrl, namesOf } from "./hosts";
import { SESSION } from "./legacy";
import { problem } from "./problem";
import { INTERNAL, INVALID } from "./rpcError";
import { readOnly, type Toolset } from "./toolset";

/** Where and for whom to serve. */
export interface HttpOptions {
  readonly toolsets: readonly Toolset[];
  readonly config: Config;
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
  /** Takes no more calls, and ends when those under way are answered, or after a minute. */
  close(): Promise<void>;
}

/** How long the calls under way are waited for, in milliseconds: a little more than one may take. */
const LONGEST_DRAIN_MS = 60_000;

/**
 * Serves over streamable HTTP, statelessly: each request stands for itself and needs no `initialize`
 * before it.
 *
 * @throws Error that says what to do when it cannot listen there
 */
export async function serveHttp(options: HttpOptions): Promise<Listening> {
  const { host = "127.0.0.1", port = 0, toolsets, log } = options;
  const exchange = new Exchange(log);
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
      const cut = setTimeout(() => server.closeAllConnections(), LONGEST_DRAIN_MS);
      await exchange.end();
      server.closeIdleConnections();
      await closed;
      clearTimeout(cut);
    },
  };
}

function appOf(options: HttpOptions, exchange: Exchange): Hono {
  const { toolsets, config, log, host = "127.0.0.1", allowedHosts = [] } = options;
  const names = namesOf(host, allowedHosts);
  const app = new Hono();
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
  const paths = toolsets.map(({ path }) => path).join(", ");
  app.notFound(() => problem(404, INVALID, `There is nothing here: calls go to POST ${paths}.`));
  for (const toolset of toolsets) {
    const { path } = toolset;
    for (const [at, offered] of [
      [path, toolset],
      [`${path}/readonly`, readOnly(toolset)],
    ] as const) {
      app.post(at, ({ req }) => {
        const access = accessOf(req.header("authorization"), config);
        return access
          ? exchange.answer(req.raw, offered, access)
          : problem(401, INVALID, "Send a token of this server: Authorization: Bearer <token>.", {
              "www-authenticate": "Bearer",
            });
      });
      app.all(at, () => problem(405, INVALID, `Calls go to POST ${at}.`, { allow: "POST" }));
    }
  }
  return app;
}
