import { yesNo } from "../fields/choice";
import { told } from "../fields/field";
import { ids } from "../fields/list";
import { id } from "../fields/number";
import { text } from "../fields/text";

/** What a list of tickets can be filtered by. */
export const ticketFilters = {
  customer_id: id({
    label: "Customer ID",
    example: "400746613",
    dataSource: "selectCustomer",
    comments: "Only tickets of this customer.",
  }),
  external_id: text({
    label: "External ID",
    example: "order-10234",
    comments: "Only the ticket with this ID in another system.",
  }),
  view_id: id({
    label: "View ID",
    example: "900209",
    dataSource: "selectView",
    comments: "Only tickets that this view shows.",
  }),
  rule_id: id({
    label: "Rule ID",
    example: "77",
    dataSource: "selectRule",
    comments: "Only tickets that this rule matches.",
  }),
  ticket_ids: ids({
    label: "Ticket IDs",
    example: "153006867",
    dataSource: "selectTicket",
    max: 100,
    comments: "Only these tickets, 1 to 100.",
  }),
  trashed: told(
    "Whether tickets in the trash are listed.",
    yesNo({
      label: "Trashed",
      comments:
        "Whether tickets in the trash are listed. Left blank, Gorgias decides; its documentation says that they are.",
    }),
  ),
};
