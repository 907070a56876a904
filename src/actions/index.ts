import { getAccount } from "./account/getAccount";
import { createCustomer } from "./customers/createCustomer";
import { deleteCustomer } from "./customers/deleteCustomer";
import { getCustomer } from "./customers/getCustomer";
import { listCustomers } from "./customers/listCustomers";
import { updateCustomer } from "./customers/updateCustomer";
import { updateCustomerData } from "./customers/updateCustomerData";
import type { Action } from "./defineAction";
import { createTicketMessage } from "./messages/createTicketMessage";
import { getTicketMessage } from "./messages/getTicketMessage";
import { listMessages } from "./messages/listMessages";
import { createTicket } from "./tickets/createTicket";
import { deleteTicket } from "./tickets/deleteTicket";
import { getTicket } from "./tickets/getTicket";
import { listTickets } from "./tickets/listTickets";
import { updateTicket } from "./tickets/updateTicket";

/** Every action, grouped by what it works on. */
export const actions: readonly Action[] = [
  getAccount,
  listTickets,
  getTicket,
  createTicket,
  updateTicket,
  deleteTicket,
  listMessages,
  getTicketMessage,
  createTicketMessage,
  listCustomers,
  getCustomer,
  createCustomer,
  updateCustomer,
  deleteCustomer,
  updateCustomerData,
];
