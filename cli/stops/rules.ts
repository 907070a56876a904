import { earlier } from "../earlier";
import type { Stop } from "./stop";

/** A rule that is switched off, which the tour deletes again. */
export const rules: readonly Stop[] = [
  {
    action: "createRule",
    inputs: {
      name: "Tag what the tour writes",
      code: 'if (eq(ticket.subject, "Tour")) { Action("addTags", { tags: "tour" }) }',
      event_types: ["ticket-created"],
      deactivated_datetime: "2026-01-01T00:00:00Z",
    },
  },
  { action: "getRule", inputs: { id: earlier("createRule", "id") } },
  {
    action: "updateRule",
    inputs: { id: earlier("createRule", "id"), description: "Never switched on." },
  },
  {
    action: "updateRulesPriorities",
    inputs: { priorities: [{ id: earlier("createRule", "id"), priority: 1 }] },
  },
  { action: "deleteRule", inputs: { id: earlier("createRule", "id") } },
];
