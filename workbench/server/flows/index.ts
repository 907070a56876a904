import { Hono } from "hono";
import type { SandboxState } from "../../messages";
import type { Session } from "../session";

/** `/flows`: triggers at work. */
export function flowRoutes(_session: Session): Hono {
  return new Hono().get("/", (context) => context.json([]));
}

/** `/sandbox`: what can be made to happen there. */
export function sandboxRoutes({ accounts }: Session): Hono {
  return new Hono().get("/", (context) => {
    const state: SandboxState = {
      isUsed: accounts.current.told.isSandbox,
      happenings: [],
      faults: [],
    };
    return context.json(state);
  });
}
