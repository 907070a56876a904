import type { Asked, Step } from "../messages";
import { Refused } from "./failure";
import type { Session } from "./session";

/**
 * Asks a person first before something is changed in a real account.
 *
 * @throws Refused with a sentence of what it will do
 */
export function refuseUnconfirmed(
  { accounts }: Session,
  { label, effect, kind }: Step,
  { isConfirmed }: Asked,
): void {
  const { isSandbox, name } = accounts.current.told;
  if (isSandbox || effect === "reads" || isConfirmed === true) {
    return;
  }
  const does =
    kind === "triggers"
      ? "sets up a webhook in"
      : effect === "deletes"
        ? "deletes from"
        : "changes";
  throw new Refused(409, {
    message: `${label} ${does} ${name}, which is a real account.`,
    mustBeConfirmed: true,
  });
}
