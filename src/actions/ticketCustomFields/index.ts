import type { ActionGroup } from "../action";
import { deleteTicketCustomField } from "./deleteTicketCustomField";
import { listTicketCustomFields } from "./listTicketCustomFields";
import { updateTicketCustomField } from "./updateTicketCustomField";
import { updateTicketCustomFields } from "./updateTicketCustomFields";

/** Actions on the values that tickets have in custom fields. */
export const ticketCustomFields: ActionGroup = {
  title: "Ticket custom fields",
  actions: {
    listTicketCustomFields,
    updateTicketCustomField,
    updateTicketCustomFields,
    deleteTicketCustomField,
  },
};
