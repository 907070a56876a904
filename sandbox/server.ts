import fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type RawReplyDefaultExpression,
  type RawRequestDefaultExpression,
  type RawServerDefault,
} from "fastify";
import { z } from "zod";
import { type Gate, guard, watch } from "./gate";
import type { OAuth } from "./oauth";
import type { Pages } from "./pages";
import { checkBy, type ZodTypes } from "./parameters";
import { Problem } from "./problem";
import { accountRoutes } from "./routes/account";
import { controlRoutes } from "./routes/controls";
import { customerRoutes } from "./routes/customers";
import { customFieldRoutes } from "./routes/customFields";
import { eventRoutes } from "./routes/events";
import { fieldValueRoutes } from "./routes/fieldValues";
import { fileRoutes } from "./routes/files";
import { integrationRoutes } from "./routes/integrations";
import { messageRoutes } from "./routes/messages";
import { searchRoutes } from "./routes/search";
import { statisticsRoutes } from "./routes/statistics";
import { surveyRoutes } from "./routes/surveys";
import { ticketRoutes } from "./routes/tickets";
import { workspaceRoutes } from "./routes/workspace";
import type { Shop } from "./shop";
import type { Storage } from "./storage";

/** A Fastify instance whose routes declare their parameters as zod tables. */
export type Api = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypes
>;

/** What the routes of the API work with. */
export interface Desk {
  shop: Shop;
  pages: Pages;
  storage: Storage;
  uploadLimitBytes: number;
  searchShape: "array" | "data";
}

const RESOURCES = [
  accountRoutes,
  ticketRoutes,
  messageRoutes,
  customerRoutes,
  fieldValueRoutes,
  customFieldRoutes,
  eventRoutes,
  surveyRoutes,
  workspaceRoutes,
  searchRoutes,
  statisticsRoutes,
  integrationRoutes,
  fileRoutes,
];

/** 30 MiB: a body beyond it is answered 413. */
const BODY_LIMIT = 30 * 1024 * 1024;

/** The whole server: the API under `/api`, OAuth, and the controls of the sandbox itself. */
export function buildServer(desk: Desk, gate: Gate, oauth: OAuth): Api {
  const app: Api = fastify({
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: true,
    routerOptions: { ignoreTrailingSlash: true },
  }).withTypeProvider<ZodTypes>();

  app.setValidatorCompiler<unknown>(({ schema }) => checkBy(z.instanceof(z.ZodType).parse(schema)));
  app.setErrorHandler((error: FastifyError, _request, reply) => {
    const problem = problemOf(error);
    return reply.code(problem.statusCode).send(problem.body);
  });
  app.setNotFoundHandler(nothingHere);
  watch(app, gate);
  oauth.routes(app);
  controlRoutes(app, gate);
  app.register(
    async (api: Api) => {
      api.setNotFoundHandler(nothingHere);
      guard(api, gate);
      acceptEmptyJson(api);
      refuseUnknownQueries(api);
      for (const routes of RESOURCES) routes(api, desk);
    },
    { prefix: "/api" },
  );
  return app;
}

function nothingHere(): never {
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

/** The error of a failed request in Gorgias' shape. */
function problemOf(error: FastifyError): Problem {
  if (error instanceof Problem) return error;
  const status = error.statusCode ?? 500;
  return new Problem(status, status < 500 ? error.message : "Internal server error.");
}
