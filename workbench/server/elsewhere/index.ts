import { Hono } from "hono";
import { askedIn } from "../asked";
import { stepIn } from "../catalogue";
import type { Session } from "../session";
import { elsewhereOf } from "./elsewhere";

/** `/elsewhere`: the same step in other places. */
export function elsewhereRoutes({ catalogue }: Pick<Session, "catalogue">): Hono {
  return new Hono().post("/", async (context) => {
    const { kind, key, inputs } = await askedIn(context, catalogue);
    return context.json(await elsewhereOf(stepIn(catalogue, kind, key), inputs));
  });
}
