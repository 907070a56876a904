import type { Mask } from "../../src/client/secrets";
import { isBlank } from "../../src/fields/field";
import type { Asked, Effect, Step } from "../messages";
import { Refused } from "./failure";
import { inShort } from "./inShort";
import { maskOfInputs } from "./secretInputs";
import type { Session } from "./session";

/** An input that names one object of the account, or several. */
const NAMES_OBJECTS = /(?:^|_)ids?$/;

/**
 * Asks a person first before something is changed in a real account.
 *
 * @throws Refused with what it will do, and to which object
 */
export function refuseUnconfirmed({ accounts }: Session, step: Step, asked: Asked): void {
  const { isSandbox, name } = accounts.current.told;
  const effect = effectOf(step, asked);
  if (isSandbox || effect === "reads" || asked.confirmedFor === name) {
    return;
  }
  const warning =
    effect === "deletes"
      ? "This is a real account: what is deleted there is gone for good."
      : "This is a real account.";
  throw new Refused(409, {
    message: `${[step.label, ...namedIn(step, effect, asked, accounts.current.mask)].join(", ")}. ${warning}`,
    mustBeConfirmed: { account: name, effect },
  });
}

/** Raw Request does what its method says. */
function effectOf({ effect, endpoint }: Step, { inputs: { method } }: Asked): Effect {
  if (endpoint !== undefined) {
    return effect;
  }
  return method === "GET" ? "reads" : method === "DELETE" ? "deletes" : effect;
}

/** What it is done to: `Ticket ID 99`. Of what deletes, all that is filled in. */
function namedIn(
  step: Step,
  effect: Effect,
  { inputs }: Asked,
  ofAccount: Mask,
): readonly string[] {
  const mask = maskOfInputs(step, inputs, ofAccount);
  const shown = (value: unknown) => inShort(value, mask);
  if (step.endpoint === undefined) {
    return [`${shown(inputs.method)} ${shown(inputs.url)}`];
  }
  return step.inputs
    .filter(({ key, type }) =>
      effect === "deletes" ? type !== "boolean" : NAMES_OBJECTS.test(key),
    )
    .filter(({ key }) => !isBlank(inputs[key]))
    .map(({ key, label }) => `${label} ${shown(inputs[key])}`);
}
