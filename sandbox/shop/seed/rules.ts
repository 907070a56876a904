import type { Micros } from "../../clock";
import type { Rule } from "../records/rule";

/** The rules, with the tickets that each applies to. */
export function rules(opened: Micros): Rule[] {
  const made: Pick<Rule, "name" | "description" | "code" | "matches">[] = [
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
  ];
  return made.map((rule, index) => ({
    id: 70_011 + index,
    ...rule,
    event_types: "ticket-created",
    priority: 100 - index,
    created_datetime: opened + 14_400_000_733 + index * 1_000_003,
    updated_datetime: opened + 14_400_000_733 + index * 1_000_003,
  }));
}
