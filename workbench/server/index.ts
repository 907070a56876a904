import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import type { Component } from "@prismatic-io/spectral/dist/serverTypes";
import { Hono } from "hono";
import type { SandboxOptions } from "../../sandbox";
import type { Environment } from "../../src/connections/environment";
import { listenFault } from "../../src/mcp/serving/faults";
import { PAGE } from "../build";
import { accountRoutes } from "./accountRoutes";
import { Accounts } from "./accounts";
import { catalogueOf } from "./catalogue";
import { elsewhereRoutes } from "./elsewhere";
import { Events } from "./events";
import { answerFailure } from "./failure";
import { Files, MOST_FILE_BYTES } from "./files";
import { flowRoutes, sandboxRoutes } from "./flows";
import { formRoutes } from "./formRoutes";
import { guard, headers, newToken, sizeLimits } from "./guard";
import { runRoutes } from "./runRoutes";
import { RUN_LIMITS, type RunLimits, Runs } from "./runs";
import type { Session } from "./session";

/** What is served, and on what. */
export interface WorkbenchOptions {
  /** The connector, as the platform loads it. */
  readonly component: Component;
  /** 0, the default, picks a free one. */
  readonly port?: number;
  /** What names the account. @defaultValue nothing: a sandbox */
  readonly environment?: Environment;
  /** How a sandbox is set up. */
  readonly sandbox?: SandboxOptions;
  /** The folder of the page. @defaultValue where it is built to */
  readonly page?: string;
  /** How much is kept. @defaultValue as much as a day of work needs */
  readonly limits?: Partial<Limits>;
}

/** How much is kept in memory. */
export interface Limits extends RunLimits {
  /** How much the files of forms may hold, in bytes. */
  readonly fileBytes: number;
}

const LIMITS: Limits = { ...RUN_LIMITS, fileBytes: MOST_FILE_BYTES };

/** The workbench at work. */
export interface Workbench {
  /** The page's address, with its token. */
  readonly url: string;
  /** The account's name, for whoever started it. */
  readonly account: string;
  /** What is under way, by what it does: `Create Ticket`. */
  underWay(): readonly string[];
  /** Ends it: what is under way is cancelled, the sandbox is gone. */
  close(): Promise<void>;
}

/** The only address that it listens on: nobody else on the network reaches it. */
const HOST = "127.0.0.1";

/**
 * Opens the account and serves the page for it, on this machine alone.
 *
 * @throws Error that says what to do when it cannot listen there, or when the environment names an
 *   account only in part
 */
export async function startWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const { component, port = 0, environment = {}, sandbox = {}, page = PAGE } = options;
  const limits = { ...LIMITS, ...options.limits };
  const events = new Events();
  const ends: (() => Promise<void>)[] = [];
  const accounts = await Accounts.open({
    environment,
    sandbox,
    onChange: (account) => events.tell({ type: "account", account }),
  });
  const session: Session = {
    component,
    catalogue: catalogueOf(component),
    accounts,
    runs: new Runs(accounts, (told) => events.tell(told), limits),
    files: new Files(limits.fileBytes),
    tell: (told) => events.tell(told),
    atEnd: (work) => ends.push(work),
  };
  const token = newToken();
  const server = createServer();
  await new Promise<void>((listening, failed) => {
    const onError = (error: Error) => failed(listenFault(error, HOST, port));
    server.once("error", onError).listen(port, HOST, listening);
  }).catch(async (error: unknown) => {
    await accounts.close();
    throw error;
  });
  const { port: bound } = server.address() as AddressInfo;
  const app = new Hono();
  app.onError((error, context) => answerFailure(error, context, accounts.current.mask));
  app.use(headers(), guard(token, bound), sizeLimits());
  app.route(`/${token}/api`, apiOf(session, events)).route(`/${token}`, filesIn(page, token));
  server.on("request", getRequestListener(app.fetch));
  return {
    url: `http://${HOST}:${bound}/${token}/`,
    account: accounts.current.told.name,
    underWay: () => session.runs.underWay,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      await session.runs.end();
      await Promise.all(ends.map((end) => end()));
      server.closeAllConnections();
      await closed;
      await accounts.close();
    },
  };
}

function apiOf(session: Session, events: Events): Hono {
  const api = new Hono();
  // What is asked again is answered again, and a shared machine keeps nothing of it.
  api.use(async ({ header }, next) => {
    await next();
    header("cache-control", "no-store");
  });
  return api
    .get("/catalogue", (context) => context.json(session.catalogue))
    .route("/account", accountRoutes(session))
    .route("/", formRoutes(session))
    .route("/runs", runRoutes(session))
    .route("/events", events.routes())
    .route("/elsewhere", elsewhereRoutes(session))
    .route("/flows", flowRoutes(session))
    .route("/sandbox", sandboxRoutes(session));
}

/** The page's own files. Its addresses are relative, so its own ends in a slash. */
function filesIn(page: string, token: string): Hono {
  const pathIn = (asked: string) => asked.slice(token.length + 1);
  return new Hono()
    .get("/", (context, next) =>
      context.req.path.endsWith("/") ? next() : context.redirect(`/${token}/`),
    )
    .use(serveStatic({ root: page, rewriteRequestPath: pathIn }));
}
