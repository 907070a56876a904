import type { Fields, Values } from "../fields/field";
import type { Refuser } from "../fields/readInputs";

/**
 * Refuses an update in which nothing but the ID is filled in. Where the whole object is sent, it would
 * write what was read once more and undo what somebody else has changed in between.
 */
export function refuseNoChange(
  { id: _, debugRequest: __, ...changes }: Values<Fields>,
  { refuse }: Refuser<Fields>,
): void {
  if (Object.values(changes).every((one) => one === undefined)) {
    refuse("id", "is all that is filled in. Fill in what is to change.");
  }
}
