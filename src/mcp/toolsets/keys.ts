import { account } from "../../actions/account";
import type { ActionGroup } from "../../actions/action";
import { integrations } from "../../actions/integrations";
import { jobs } from "../../actions/jobs";
import { macros } from "../../actions/macros";
import { messages } from "../../actions/messages";
import { rules } from "../../actions/rules";
import { tags } from "../../actions/tags";
import { teams } from "../../actions/teams";
import { ticketCustomFields } from "../../actions/ticketCustomFields";
import { tickets } from "../../actions/tickets";
import { ticketTags } from "../../actions/ticketTags";
import { users } from "../../actions/users";
import { views } from "../../actions/views";
import { widgets } from "../../actions/widgets";
import { operations } from "../operations";

/** The keys of what works on tickets, and of the reads that it takes: people, macros, fields. */
export const ticketKeys: readonly string[] = [
  "search",
  "customerTimeline",
  "ticketThread",
  "countTickets",
  ...keysOf(tickets),
  "updateTickets",
  // What replies and notes don't say is for whoever brings messages along from elsewhere.
  ...keysOf(messages, "createTicketMessage", "updateTicketMessage"),
  ...keysOf(ticketTags),
  // Several at once do for one as well.
  ...keysOf(ticketCustomFields, "updateTicketCustomField"),
  "listTags",
  "listCustomFields",
  "listMacros",
  "getMacro",
  "listUsers",
  "listTeams",
  "listViews",
  "searchViewItems",
  "uploadFiles",
  "downloadFile",
];

/** The keys of what sets up a helpdesk. */
export const adminKeys: readonly string[] = [
  ...[macros, rules, views, tags, users, teams],
  ...[integrations, widgets, account, jobs],
].flatMap((group) => keysOf(group));

/** The keys of all there is. */
export const allKeys: readonly string[] = Object.keys(operations);

function keysOf({ actions }: ActionGroup, ...but: readonly string[]): readonly string[] {
  return Object.keys(actions).filter((key) => !but.includes(key));
}
