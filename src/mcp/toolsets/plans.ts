import { PREFIX } from "../tools/tool";
import type { Plan } from "../tools/toolset";
import { compactEntries } from "./compact";
import { customers } from "./customers";
import { entriesOf, entryOf } from "./entries";
import { adminKeys, allKeys, ticketKeys } from "./keys";

const FIND_PEOPLE = "Find people with {search}.";
const READ_THREADS = "{ticketThread} reads a conversation.";

/** All toolsets, in the order in which they are told of. */
export const plans: readonly Plan[] = [
  {
    name: "customers",
    path: "/gorgias-customers",
    title: "Gorgias customers",
    prefix: PREFIX,
    about: [
      "Customers of a Gorgias helpdesk, their custom fields, files, events and statistics.",
      FIND_PEOPLE,
      "The other tools take a customer's id.",
    ],
    alwaysStructured: true,
    entries: Object.entries(customers).map(([name, spec]) => entryOf(name, spec)),
  },
  {
    name: "tickets",
    path: "/gorgias-tickets",
    title: "Gorgias tickets",
    prefix: "gorgias_tickets_",
    about: [
      "Tickets of a Gorgias helpdesk: their messages, replies, notes, tags and fields.",
      FIND_PEOPLE,
      "{customerTimeline} tells what happened to one of them.",
      READ_THREADS,
      "{replyToTicket} writes to the customer, {addInternalNote} to the team alone.",
    ],
    entries: entriesOf(ticketKeys),
  },
  {
    name: "admin",
    path: "/gorgias-admin",
    title: "Gorgias administration",
    prefix: "gorgias_admin_",
    about: [
      "How a Gorgias helpdesk is set up: macros, rules, views, tags, users, teams, integrations, widgets, settings and jobs.",
    ],
    entries: entriesOf(adminKeys),
  },
  {
    name: "all",
    path: "/gorgias",
    title: "Gorgias",
    prefix: "gorgias_",
    about: [
      "All of a Gorgias helpdesk: tickets, customers, statistics and how it is set up.",
      FIND_PEOPLE,
      READ_THREADS,
    ],
    entries: entriesOf(allKeys),
  },
  {
    name: "compact",
    path: "/gorgias-compact",
    title: "Gorgias, three tools",
    prefix: "gorgias_",
    about: ["All of a Gorgias helpdesk: find an action, then run it."],
    entries: compactEntries,
  },
];
