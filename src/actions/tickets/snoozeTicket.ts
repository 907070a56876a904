import { choice } from "../../fields/choice";
import { datetime } from "../../fields/datetime";
import { told } from "../../fields/field";
import { wholeNumber } from "../../fields/number";
import { ticketId } from "../../inputs/tickets";
import { ticket } from "../../schemas/ticket";
import { endpoint } from "../endpoint";

const MINUTE_MS = 60_000;

/** What a snooze is counted in, in milliseconds. */
const UNITS = {
  minutes: MINUTE_MS,
  hours: 60 * MINUTE_MS,
  days: 24 * 60 * MINUTE_MS,
  weeks: 7 * 24 * 60 * MINUTE_MS,
};

const UNIT_NAMES = Object.keys(UNITS) as (keyof typeof UNITS)[];

export const snoozeTicket = endpoint({
  route: "PUT /tickets/{id}",
  label: "Snooze Ticket",
  description:
    "Put a ticket aside until a date, or for some time; then Gorgias brings it back. Its status stays as it is.",
  guidance:
    "Needs snoozeFor or snooze_datetime. To end a snooze early, use {updateTicket} with snooze_datetime null. Returns the ticket.",
  inputs: {
    id: ticketId,
    snoozeFor: wholeNumber({
      label: "Snooze For",
      min: 1,
      max: 10_000,
      example: "2",
      comments: "How long the ticket stays away, in Snooze Unit. Or fill in Snooze Until.",
    }),
    snoozeUnit: told(
      "What Snooze For counts, hours by default.",
      choice(UNIT_NAMES, {
        label: "Snooze Unit",
        default: "hours",
        comments: "What Snooze For counts. A day is 24 hours.",
      }),
    ),
    snooze_datetime: datetime({
      label: "Snooze Until",
      example: "2099-03-02T09:00:00+01:00",
      comments: "When the ticket comes back, in place of Snooze For. Without a zone it is UTC.",
    }),
  },
  returns: ticket,
  // Snooze For counts from now.
  idempotent: false,
  check({ snooze_datetime: date, snoozeFor }, { refuse, nameOf }) {
    if (date === undefined && snoozeFor === undefined) {
      refuse(
        "snoozeFor",
        `is blank, and so is ${nameOf("snooze_datetime")}. Fill in one of the two.`,
      );
    } else if (date !== undefined && snoozeFor !== undefined) {
      refuse(
        "snoozeFor",
        `is filled in, and so is ${nameOf("snooze_datetime")}. Clear one of the two.`,
      );
    } else if (date !== undefined && Date.parse(date) <= Date.now()) {
      refuse("snooze_datetime", "expected a date to come", { got: date });
    }
  },
  body: ({ snooze_datetime, snoozeFor = 0, snoozeUnit = "hours" }) => ({
    snooze_datetime:
      snooze_datetime ?? new Date(Date.now() + snoozeFor * UNITS[snoozeUnit]).toISOString(),
  }),
});
