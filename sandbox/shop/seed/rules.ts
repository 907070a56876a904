import { DAY, type Micros } from "../../clock";
import type { Rule } from "../records/rule";
import { LATE_ORDER_ID } from "./macros";

type Made = Pick<Rule, "name" | "description" | "code" | "matches"> & Partial<Rule>;

/** The rules, with the tickets that each has been at. */
export function rules(opened: Micros): Rule[] {
  const made: Made[] = [
    {
      name: "Tickets that came by e-mail",
      description: "Lists what came in through the shared inbox.",
      code: "if (eq(ticket.channel, 'email')) { Action('addTags', { tags: 'email' }) }",
      matches: (ticket) => ticket.channel === "email",
    },
    {
      name: "Urgent first",
      description: null,
      code: "if (eq(ticket.priority, 'critical')) { Action('addTags', { tags: 'urgent' }) }",
      matches: (ticket) => ticket.priority === "critical",
    },
    {
      name: "Close what is spam",
      description: "Spam filters of the inbox mark it; nobody has to see it.",
      code: "if (eq(ticket.spam, true)) {\n  Action('setStatus', { status: 'closed' });\n}",
      matches: (ticket) => ticket.spam,
    },
    {
      name: "Where is my order",
      description: "Answers questions about an order's whereabouts with the tracking link.",
      code: [
        "if (containsAny(message.intents.name, ['shipping/status'])) {",
        "  if (isNotEmpty(ticket.customer.integrations.shopify.orders)) {",
        `    Action('applyMacro', { macro: ${LATE_ORDER_ID} });`,
        "  } else {",
        "    Action('addTags', { tags: 'order-status' });",
        "  }",
        "}",
      ].join("\n"),
      matches: (ticket) => ticket.channel === "chat" && ticket.id % 3 === 0,
      event_types: "ticket-created,ticket-message-created",
    },
    {
      name: "VIP customers to their team",
      description: "Whoever spent much talks to the VIP team.",
      code: [
        "if (containsAny(ticket.tags.name, ['vip'])) {",
        "  Action('setTeamAssignee', { assignee_team: { id: 5103, name: 'VIP' } });",
        "}",
      ].join("\n"),
      matches: (ticket) => ticket.assigneeTeamId === 5_103,
      event_types: "ticket-created,ticket-updated",
    },
    {
      name: "Returns to their team",
      description: null,
      code: "if (containsAny(ticket.tags.name, ['return', 'damaged'])) {\n  Action('setTeamAssignee', { assignee_team: { id: 5101, name: 'Returns' } });\n}",
      matches: (ticket) => ticket.assigneeTeamId === 5_101,
    },
    {
      name: "Thank happy customers",
      description: "After a survey with five stars.",
      code: "if (gte(satisfaction_survey.score, 5)) {\n  Action('addTags', { tags: 'vip' });\n}",
      matches: () => false,
      event_types: "satisfaction-survey-responded",
    },
    {
      name: "Holiday notice",
      description: "Switched on between the years.",
      code: "if (eq(ticket.from_agent, false)) {\n  Action('replyToTicket', { body_text: 'We are back on January 2nd.', body_html: 'We are back on January 2nd.' });\n}",
      matches: () => false,
      deactivated_datetime: opened + 40 * DAY,
    },
  ];
  return made.map((rule, index) => ({
    id: 77 + index,
    event_types: "ticket-created",
    priority: 100 - index,
    deactivated_datetime: null,
    ...rule,
    created_datetime: opened + 14_400_000_733 + index * 1_000_003,
    updated_datetime: opened + 14_400_000_733 + index * 1_000_003,
  }));
}
