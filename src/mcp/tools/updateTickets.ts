import { operation } from "../../actions/action";
import { updateTicket } from "../../actions/tickets/updateTicket";
import { addTicketTags } from "../../actions/ticketTags/addTicketTags";
import { removeTicketTags } from "../../actions/ticketTags/removeTicketTags";
import type { GorgiasClient } from "../../client";
import { explainUnexpected, GorgiasConnectionError, OutOfTimeError } from "../../client/errors";
import { choice } from "../../fields/choice";
import { required } from "../../fields/field";
import { ids } from "../../fields/list";
import { tagNames } from "../../inputs/tags";
import { ticketDates, ticketFields } from "../../inputs/tickets";
import { freeForm, integer, listOf, object } from "../../schemas/schema";
import { TICKET_STATUSES } from "../../schemas/ticket";

/** The most tickets of one call: with two requests each, they fit into the time that a call has. */
const MOST_TICKETS = 25;

/** A ticket that not all was done to. */
interface Failure {
  readonly id: number;
  /** What was done to it before. */
  readonly done: readonly string[];
  readonly error: string;
}

/** The same change of several tickets, for which Gorgias has no request that answers at once. */
export const updateTickets = operation({
  route: "PUT /tickets/{id}",
  label: "Update Tickets",
  description: `Change 1 to ${MOST_TICKETS} tickets in the same way: tags, status, priority, assignees, snooze.`,
  guidance:
    "For one ticket's other fields use {updateTicket}; for hundreds of tickets {createJob}. Returns { changed, failed, not_tried }: the IDs that are done, and those to call again for.",
  inputs: {
    ticket_ids: required(
      ids({
        label: "Ticket IDs",
        example: "153006867",
        max: MOST_TICKETS,
        comments: `The tickets, 1 to ${MOST_TICKETS}.`,
      }),
    ),
    add_tags: tagNames({
      label: "Add Tags",
      example: "shipping",
      comments: "The names of tags to add. The tickets' other tags stay.",
    }),
    remove_tags: tagNames({
      label: "Remove Tags",
      example: "urgent",
      comments: "The names of tags to take off.",
    }),
    status: choice(TICKET_STATUSES, { label: "Status", comments: "Opens or closes the tickets." }),
    priority: ticketFields.priority,
    assignee_user: ticketFields.assignee_user,
    assignee_team: ticketFields.assignee_team,
    snooze_datetime: ticketDates.snooze_datetime,
  },
  check({ ticket_ids: _, ...changes }, { refuse, nameOf }) {
    const both = changes.add_tags?.filter((one) => changes.remove_tags?.includes(one)) ?? [];
    if (both.length > 0) {
      refuse("remove_tags", `has tags that ${nameOf("add_tags")} has as well`, {
        got: both.join(", "),
      });
    }
    if (Object.values(changes).every((one) => one === undefined)) {
      refuse("ticket_ids", "nothing is to be changed: give at least one other argument.");
    }
  },
  returns: {
    schema: object({
      changed: listOf(integer),
      failed: listOf(freeForm),
      not_tried: listOf(integer),
    }),
    example: { data: { changed: [153006867], failed: [], not_tried: [] } },
  },
  async perform(gorgias, { ticket_ids, add_tags, remove_tags, ...fields }) {
    const all = [...new Set(ticket_ids)];
    const changed: number[] = [];
    const failed: Failure[] = [];
    const errors: unknown[] = [];
    for (const id of all) {
      const done: string[] = [];
      try {
        await change(gorgias, id, { add_tags, remove_tags, fields }, done);
        changed.push(id);
        gorgias.report(1);
      } catch (error) {
        errors.push(error);
        failed.push({ id, done, error: explainUnexpected(error).message });
        if (error instanceof OutOfTimeError || error instanceof GorgiasConnectionError) {
          break;
        }
      }
    }
    const [error, ...others] = errors;
    if (changed.length === 0 && others.length === 0 && failed[0]?.done.length === 0) {
      throw error;
    }
    return { data: { changed, failed, not_tried: all.slice(changed.length + failed.length) } };
  },
});

/** What is to be done to each ticket. */
interface Change {
  readonly add_tags: readonly string[] | undefined;
  readonly remove_tags: readonly string[] | undefined;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** @param done gets the arguments that were carried out, one by one */
async function change(
  gorgias: GorgiasClient,
  id: number,
  { add_tags, remove_tags, fields }: Change,
  done: string[],
): Promise<void> {
  const given = Object.keys(fields).filter((key) => fields[key] !== undefined);
  if (given.length > 0) {
    await updateTicket.run(gorgias, { id, ...fields });
    done.push(...given);
  }
  if (add_tags) {
    await addTicketTags.run(gorgias, { ticket_id: id, names: add_tags });
    done.push("add_tags");
  }
  if (remove_tags) {
    await removeTicketTags.run(gorgias, { ticket_id: id, names: remove_tags });
    done.push("remove_tags");
  }
}
