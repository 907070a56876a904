import type { Asked, Step } from "../messages";
import { Refused } from "./failure";
import type { Session } from "./session";

/**
 * Asks a person first before something is changed in a real account.
 *
 * @throws Refused with a sentence of what it will do
 */
export function refuseUnconfirmed({ accounts }: Session, step: Step, asked: Asked): void {
  const { isSandbox, name } = accounts.current.told;
  const effect = effectOf(step, asked);
  if (isSandbox || effect === "reads" || asked.confirmedFor === name) {
    return;
  }
  const does = effect === "deletes" ? "deletes from" : "writes to";
  throw new Refused(409, {
    message: `${step.label} ${does} ${name}, which is a real account.`,
    mustBeConfirmedFor: name,
  });
}

/** Raw Request does what its method says. */
function effectOf({ effect, endpoint }: Step, { inputs: { method } }: Asked): Step["effect"] {
  if (endpoint !== undefined) {
    return effect;
  }
  return method === "GET" ? "reads" : method === "DELETE" ? "deletes" : effect;
}
