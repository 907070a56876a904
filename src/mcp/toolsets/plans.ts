import { PREFIX } from "../tool";
import type { Plan } from "../toolset";
import { compactEntries } from "./compact";
import { customers } from "./customers";
import { entriesOf, entryOf } from "./entries";
import { adminKeys, allKeys, ticketKeys } from "./keys";

const FOR_GOOD = "What is deleted or merged cannot be brought back.";

/** All toolsets, in the order in which they are told of. */
export const plans: readonly Plan[] = [
  {
    name: "customers",
    path: "/gorgias-customers",
    title: "Gorgias customers",
    prefix: PREFIX,
    about: [
      "Customers of a Gorgias helpdesk, their custom fields, files, events and statistics.",
      "Find people with {search}, then work on them by id.",
      FOR_GOOD,
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
      "Find people with {search}, and what happened to one with {customerTimeline}.",
      "{ticketThread} reads a conversation.",
      "{replyToTicket} writes to the customer, {addInternalNote} to the team alone.",
      FOR_GOOD,
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
      FOR_GOOD,
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
      "Find people with {search}, and read a conversation with {ticketThread}.",
      FOR_GOOD,
    ],
    entries: entriesOf(allKeys),
  },
  {
    name: "compact",
    path: "/gorgias-compact",
    title: "Gorgias, three tools",
    prefix: "gorgias_",
    about: ["All of a Gorgias helpdesk: find an action, then run it.", FOR_GOOD],
    entries: compactEntries,
  },
];
