import type { ActionLogger } from "@prismatic-io/spectral/dist/serverTypes";
import { type Exchange as Read, readSides } from "../../cli/exchange";
import { loggerFor } from "../../cli/run";
import type { Exchange, Told } from "../messages";

/** A request as the page is told of it. */
export function exchangeOf({ request, result, ms, rateLimit }: Read, entry: string): Exchange {
  const [method = "", path = ""] = request.split(" ");
  const [used, limit] = (rateLimit ?? "").split("/").map(Number);
  return {
    method,
    path,
    status: result,
    ms,
    at: new Date().toISOString(),
    ...(used !== undefined && limit !== undefined && { rateLimit: { used, limit } }),
    ...(readSides(entry) ?? { request: { headers: {} } }),
  };
}

/** The log of a step that is no run: of its requests, only how full the rate limit is counts. */
export function gaugeLog({ tell }: { readonly tell: (told: Told) => void }): ActionLogger {
  return loggerFor({
    exchange: (read, entry) =>
      tell({ type: "exchange", run: "", exchange: exchangeOf(read, entry) }),
  });
}
