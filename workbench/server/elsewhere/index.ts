import { Hono } from "hono";
import type { Session } from "../session";

/** `/elsewhere`: the same step in other places. */
export function elsewhereRoutes(_session: Session): Hono {
  return new Hono();
}
