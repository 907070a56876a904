import { InputError } from "../../client/errors";
import type { JsonObject } from "../../client/json";

/** The parts of a ticket's inputs that do not go into the body under their own key. */
interface TicketValues extends JsonObject {
  readonly assignee_user: JsonObject | null | undefined;
  readonly assignee_user_id: number | undefined;
  readonly additionalFields: JsonObject | undefined;
}

/**
 * The body of a new or changed ticket.
 *
 * @throws InputError when Assignee User and Assignee User ID name two different agents
 */
export function ticketBody(values: TicketValues): JsonObject {
  const { assignee_user, assignee_user_id, additionalFields, ...fields } = values;
  if (assignee_user_id === undefined) {
    return { ...fields, assignee_user, ...additionalFields };
  }
  if (assignee_user !== undefined && assignee_user?.id !== assignee_user_id) {
    throw new InputError(
      "Assignee User ID",
      "names another agent than Assignee User. Fill in one of the two.",
    );
  }
  return { ...fields, assignee_user: { id: assignee_user_id }, ...additionalFields };
}
