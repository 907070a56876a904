import { earlier } from "../earlier";
import type { Stop } from "./stop";

/** An integration that calls nobody, with a widget for what it would bring. */
export const integrations: readonly Stop[] = [
  {
    action: "createIntegration",
    inputs: {
      name: "Tour",
      url: "https://example.com/tour",
      triggers: ["ticket-handed-over"],
      form: { ticket: "{{ticket.id}}" },
    },
  },
  { action: "getIntegration", inputs: { id: earlier("createIntegration", "id") } },
  {
    action: "updateIntegration",
    inputs: {
      id: earlier("createIntegration", "id"),
      method: "PUT",
      deactivated_datetime: "2026-01-01T00:00:00Z",
    },
  },
  {
    action: "createWidget",
    inputs: {
      type: "http",
      context: "ticket",
      integration_id: earlier("createIntegration", "id"),
      template: [{ path: "order", type: "card", title: "Order", widgets: [] }],
    },
  },
  { action: "getWidget", inputs: { id: earlier("createWidget", "id") } },
  { action: "updateWidget", inputs: { id: earlier("createWidget", "id"), order: "1" } },
  { action: "deleteWidget", inputs: { id: earlier("createWidget", "id") } },
  { action: "deleteIntegration", inputs: { id: earlier("createIntegration", "id") } },
];
