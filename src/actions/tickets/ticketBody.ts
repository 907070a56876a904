import type { JsonObject } from "../../client/json";
import type { Values } from "../../fields/field";
import type { Refuser } from "../../fields/readInputs";
import type { ticketFields } from "../../inputs/tickets";
import { withAdditionalFields } from "../endpoint";

/** The two inputs that name a ticket's assignee. */
type AssigneeInputs = Pick<typeof ticketFields, "assignee_user" | "assignee_user_id">;

/** Refuses an Assignee User and an Assignee User ID that name two different agents. */
export function checkAssignee(
  { assignee_user, assignee_user_id }: Values<AssigneeInputs>,
  { refuse, nameOf }: Refuser<AssigneeInputs>,
): void {
  const isNamedTwice = assignee_user !== undefined && assignee_user_id !== undefined;
  if (isNamedTwice && assignee_user?.id !== assignee_user_id) {
    refuse(
      "assignee_user_id",
      `names a different agent than ${nameOf("assignee_user")}. Fill in one of the two.`,
    );
  }
}

/** The body of a new or changed ticket. */
export function ticketBody({
  assignee_user,
  assignee_user_id,
  ...fields
}: JsonObject & Values<AssigneeInputs>): JsonObject {
  const assignee = assignee_user_id === undefined ? assignee_user : { id: assignee_user_id };
  return withAdditionalFields({ ...fields, assignee_user: assignee });
}
