import fastify, { type FastifyError } from "fastify";
import { z } from "zod";
import { requireAccess } from "./access";
import type { Api, RouteContext } from "./api";
import type { OAuth } from "./oauth";
import { Problem } from "./problem";
import { RESOURCES } from "./routes";
import { type Controls, controlRoutes } from "./routes/controls";
import { validatorFor, type ZodTypes } from "./validation";

/** 30 MiB: a body beyond it is answered 413. */
const BODY_LIMIT = 30 * 1024 * 1024;

/** What the server is made of, besides what its routes work with. */
export interface ServerParts extends Controls {
  oauth: OAuth;
  /** The account's clock, in milliseconds. */
  now: () => number;
}

/** A server that does not listen yet. */
export interface Server {
  app: Api;
  /** What the API serves, such as `GET /api/tickets/{id}`; complete once the app is ready. */
  routes: ReadonlySet<string>;
}

/** The whole server: the API under `/api`, OAuth, and the controls of the sandbox itself. */
export function buildServer(context: RouteContext, parts: ServerParts): Server {
  const { credentials, faults, requestLog, oauth, now } = parts;
  const app: Api = fastify({
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: true,
    routerOptions: { ignoreTrailingSlash: true },
  }).withTypeProvider<ZodTypes>();

  app.setValidatorCompiler<unknown>(({ schema }) =>
    validatorFor(z.instanceof(z.ZodType).parse(schema)),
  );
  app.setErrorHandler((error: FastifyError, _request, reply) => {
    const problem = problemOf(error);
    return reply.code(problem.statusCode).send(problem.body);
  });
  app.setNotFoundHandler(refuseUnknownAddress);
  app.addHook("onSend", async (_request, reply) => {
    reply.header("date", new Date(now()).toUTCString());
  });
  requestLog.attachTo(app);
  faults.attachTo(app);
  oauth.routes(app);
  controlRoutes(app, parts);

  const routes = new Set<string>();
  app.register(
    async (api: Api) => {
      api.setNotFoundHandler(refuseUnknownAddress);
      requireAccess(api, credentials);
      acceptEmptyJson(api);
      refuseUnknownQueries(api);
      collectRoutes(api, routes);
      for (const serve of RESOURCES) serve(api, context);
    },
    { prefix: "/api" },
  );
  return { app, routes };
}

function refuseUnknownAddress(): never {
  throw new Problem(404, "There is nothing at this address.");
}

/** Clients that always say `application/json` do so on a DELETE too, and send nothing. */
function acceptEmptyJson(api: Api): void {
  const parse = api.getDefaultJsonParser("error", "ignore");
  api.addContentTypeParser("application/json", { parseAs: "string" }, (request, body, done) => {
    if (body === "") done(null, undefined);
    else parse(request, String(body), done);
  });
}

/** A route that declares no query takes none. */
function refuseUnknownQueries(api: Api): void {
  api.addHook("onRoute", (route) => {
    route.schema = { querystring: z.strictObject({}), ...route.schema };
  });
}

/** Notes every route that is declared; the HEAD that Fastify adds to each GET is left out. */
function collectRoutes(api: Api, routes: Set<string>): void {
  api.addHook("onRoute", ({ method, url }) => {
    for (const name of [method].flat()) {
      if (name !== "HEAD") routes.add(`${name} ${url.replace(/:(\w+)/g, "{$1}")}`);
    }
  });
}

/** The error of a failed request in Gorgias' shape. */
function problemOf(error: FastifyError): Problem {
  if (error instanceof Problem) return error;
  const status = error.statusCode ?? 500;
  return new Problem(status, status < 500 ? error.message : "Internal server error.");
}
