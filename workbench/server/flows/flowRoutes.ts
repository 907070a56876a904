import { Hono } from "hono";
import { askedIn } from "../asked";
import type { Session } from "../session";
import { Flows } from "./flows";

/** `/flows`: starts triggers, lets them poll, and stops them. */
export function flowRoutes(session: Session): Hono {
  const flows = new Flows(session);
  return new Hono()
    .get("/", (context) => context.json(flows.all()))
    .post("/", async (context) =>
      context.json(await flows.start(await askedIn(context, session.catalogue)), 201),
    )
    .post("/:id/runs", (context) => context.json(flows.poll(context.req.param("id")), 201))
    .delete("/:id", async (context) => context.json(await flows.stop(context.req.param("id"))));
}
