import { Hono } from "hono";
import { z } from "zod";
import type { Sandbox } from "../../../sandbox";
import type { FaultAsked, Happened, SandboxState } from "../../messages";
import { bodyOf } from "../asked";
import { Refused, wordsOf } from "../failure";
import type { Session } from "../session";
import { askedFault, faultOf, isFaultKind } from "./faults";

const happening = z.object({ key: z.string() });

const fault = z.object({
  kind: z.custom<FaultAsked["kind"]>(isFaultKind),
  count: z.int().min(1).max(5),
});

/** `/sandbox`: lets things happen there, and lets requests fail. */
export function sandboxRoutes({ accounts, tell }: Session): Hono {
  const state = (): SandboxState => stateOf(accounts.current.sandbox);
  const listenedTo = new WeakSet<Sandbox>();

  /** Every page sees how many faults are left. */
  const changed = (): SandboxState => {
    const sandbox = state();
    tell({ type: "sandbox", sandbox });
    return sandbox;
  };

  const used = (): Sandbox => {
    const { sandbox } = accounts.current;
    if (!sandbox) {
      throw new Refused(409, {
        message: "This works on the made-up account only, and a real one is in use.",
      });
    }
    if (!listenedTo.has(sandbox)) {
      listenedTo.add(sandbox);
      sandbox.faults.onHit(changed);
    }
    return sandbox;
  };

  return new Hono()
    .get("/", (context) => context.json(state()))
    .post("/happenings", async (context) => {
      const sandbox = used();
      const { key } = await bodyOf(context, happening);
      return context.json(happen(sandbox, key));
    })
    .post("/faults", async (context) => {
      const sandbox = used();
      sandbox.fault(faultOf(await bodyOf(context, fault)));
      return context.json(changed());
    })
    .delete("/faults", (context) => {
      used().faults.clear();
      return context.json(changed());
    });
}

function stateOf(sandbox: Sandbox | undefined): SandboxState {
  return {
    isUsed: sandbox !== undefined,
    happenings: sandbox?.happenings ?? [],
    faults: sandbox?.faults.waiting().flatMap((one) => askedFault(one) ?? []) ?? [],
  };
}

function happen(sandbox: Sandbox, key: string): Happened {
  const found = sandbox.happenings.find((one) => one.key === key);
  if (!found) {
    throw new Refused(404, { message: "There is nothing of that name that could happen." });
  }
  try {
    return { message: sandbox.happen(found.key) };
  } catch (error) {
    throw new Refused(422, { message: wordsOf(error) });
  }
}
