import { choice } from "../fields/choice";
import type { Field } from "../fields/field";
import { id } from "../fields/number";
import { text } from "../fields/text";
import { FIELD_OBJECT_TYPES } from "../schemas/customField";

/** What a pick list is searched for. @param example a text that finds something of its kind */
export function searchFor(example: string): Field<string | undefined> {
  return text({
    label: "Search",
    example,
    comments:
      "Offers only what Gorgias finds for this text. Left blank, up to 500 entries are offered.",
  });
}

/** Whose tickets are offered. */
export const ofCustomer = id({
  label: "Customer ID",
  example: "400746613",
  dataSource: "selectCustomer",
  comments: "Offers only tickets of the customer with this ID.",
});

/** The ticket whose messages or events are offered. */
export const ofTicket = id({
  label: "Ticket ID",
  example: "153006867",
  dataSource: "selectTicket",
  comments: "Offers only what belongs to the ticket with this ID.",
});

/** The call whose events or recordings are offered. */
export const ofCall = id({
  label: "Call ID",
  dataSource: "selectVoiceCall",
  example: "88120",
  comments: "Offers only what belongs to the call with this ID.",
});

/** Whose custom fields are offered. */
export const fieldsOf = choice(FIELD_OBJECT_TYPES, {
  label: "Object Type",
  comments: "Offers only custom fields of tickets or of customers. Left blank, both.",
});
