import { getAccount } from "./account/getAccount";
import { deleteCustomerCustomFieldValue } from "./customerCustomFields/deleteCustomerCustomFieldValue";
import { listCustomerCustomFieldsValues } from "./customerCustomFields/listCustomerCustomFieldsValues";
import { updateCustomerCustomFieldValue } from "./customerCustomFields/updateCustomerCustomFieldValue";
import { updateCustomerCustomFieldValues } from "./customerCustomFields/updateCustomerCustomFieldValues";
import { createCustomer } from "./customers/createCustomer";
import { deleteCustomer } from "./customers/deleteCustomer";
import { deleteCustomers } from "./customers/deleteCustomers";
import { getCustomer } from "./customers/getCustomer";
import { listCustomers } from "./customers/listCustomers";
import { mergeCustomers } from "./customers/mergeCustomers";
import { updateCustomer } from "./customers/updateCustomer";
import { updateCustomerData } from "./customers/updateCustomerData";
import { createCustomField } from "./customFields/createCustomField";
import { getCustomField } from "./customFields/getCustomField";
import { listCustomFields } from "./customFields/listCustomFields";
import { updateCustomField } from "./customFields/updateCustomField";
import { updateCustomFields } from "./customFields/updateCustomFields";
import type { Action } from "./defineAction";
import { getEvent } from "./events/getEvent";
import { listEvents } from "./events/listEvents";
import { downloadFile } from "./files/downloadFile";
import { uploadFiles } from "./files/uploadFiles";
import { createTicketMessage } from "./messages/createTicketMessage";
import { getTicketMessage } from "./messages/getTicketMessage";
import { listMessages } from "./messages/listMessages";
import { rawRequest } from "./rawRequest/rawRequest";
import { search } from "./search/search";
import { downloadStatistic } from "./statistics/downloadStatistic";
import { getReportingStatistic } from "./statistics/getReportingStatistic";
import { getStatistic } from "./statistics/getStatistic";
import { deleteTicketCustomField } from "./ticketCustomFields/deleteTicketCustomField";
import { listTicketCustomFields } from "./ticketCustomFields/listTicketCustomFields";
import { updateTicketCustomFields } from "./ticketCustomFields/updateTicketCustomFields";
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
  deleteCustomers,
  mergeCustomers,
  listCustomerCustomFieldsValues,
  updateCustomerCustomFieldValue,
  updateCustomerCustomFieldValues,
  deleteCustomerCustomFieldValue,
  listTicketCustomFields,
  updateTicketCustomFields,
  deleteTicketCustomField,
  listCustomFields,
  getCustomField,
  createCustomField,
  updateCustomField,
  updateCustomFields,
  getEvent,
  listEvents,
  uploadFiles,
  downloadFile,
  search,
  getReportingStatistic,
  getStatistic,
  downloadStatistic,
  rawRequest,
];
