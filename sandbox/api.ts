import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from "fastify";
import type { Jobs } from "./jobs";
import type { Pages } from "./pages";
import type { Shop } from "./shop";
import type { Storage } from "./storage";
import type { ZodTypes } from "./validation";

/** A Fastify instance whose routes declare what they take as zod schemas. */
export type Api = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypes
>;

/** What the routes of the API work with. */
export interface RouteContext {
  shop: Shop;
  pages: Pages;
  storage: Storage;
  jobs: Jobs;
  uploadLimitBytes: number;
  searchShape: "array" | "data";
}
