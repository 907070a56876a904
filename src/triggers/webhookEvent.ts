import type { TriggerPayload } from "@prismatic-io/spectral";
import { isObject, type JsonObject } from "../client/json";
import type { Values } from "../fields/field";
import type { Refuser } from "../fields/readInputs";
import type { webhookInputs } from "../inputs/triggers";
import { INTEGRATION_TRIGGERS, type IntegrationTrigger } from "../schemas/integration";
import { isSecret } from "./secret";

/** The header in which Gorgias sends our secret back. */
export const SECRET_HEADER = "X-Gorgias-Connector-Secret";

/** What Gorgias tells a flow, read and checked. */
export interface WebhookEvent {
  readonly event: IntegrationTrigger;
  readonly ticket_id: number;
  /** The message that the event is about, or the ticket's last one. */
  readonly message_id: number | null;
  /** Gorgias' date of the ticket's newest change. */
  readonly time: string | null;
  /** What the Template input asked for. */
  readonly fields: JsonObject;
}

/** What every delivery holds beside its event, as templates (docs/gorgias-api.md, "Webhooks"). */
const TEMPLATES = {
  ticket_id: "{{ticket.id}}",
  message_id: "{{message.id}}",
  time: "{{ticket.updated_datetime}}",
} as const;

/**
 * The body that Gorgias is to send for one kind of event. Its templates know the ticket and the
 * message but not the event, so that the event stands in the form itself.
 */
export function formFor(event: IntegrationTrigger, template: JsonObject = {}): JsonObject {
  return { ...template, event, ...TEMPLATES };
}

/** Refuses fields of the template that have the name of one which every delivery holds. */
export function checkTemplate(
  { template = {} }: Values<Pick<typeof webhookInputs, "template">>,
  { refuse }: Refuser<Pick<typeof webhookInputs, "template">>,
): void {
  const names = ["event", ...Object.keys(TEMPLATES)];
  for (const taken of names.filter((name) => Object.hasOwn(template, name))) {
    refuse("template", `the name ${taken} is taken: choose another one.`);
  }
}

/** Reads a request that {@link formFor} asked for; undefined for any other. */
export function readWebhookEvent({ body, rawBody }: TriggerPayload): WebhookEvent | undefined {
  const sent = isObject(body.data) ? body.data : (parsed(body.data) ?? parsed(rawBody.data));
  const { event, ticket_id, message_id, time, ...fields } = sent ?? {};
  const known = INTEGRATION_TRIGGERS.find((one) => one === event);
  const ticketId = toId(ticket_id);
  return known && ticketId !== null
    ? {
        event: known,
        ticket_id: ticketId,
        message_id: toId(message_id),
        time: typeof time === "string" && time !== "" ? time : null,
        fields,
      }
    : undefined;
}

/** What tells deliveries apart: the same one comes again when Gorgias was not sure of its arrival. */
export function identityOf({ event, ticket_id, message_id, time }: WebhookEvent): string {
  return [event, ticket_id, message_id, time].join(" ");
}

/** Whether a request carries the secret. Takes the same time whatever it carries. */
export function isGenuine({ headers }: TriggerPayload, secret: string | undefined): boolean {
  const wanted = SECRET_HEADER.toLowerCase();
  const [, sent] = Object.entries(headers).find(([name]) => name.toLowerCase() === wanted) ?? [];
  return isSecret(sent ?? "", secret ?? "") && Boolean(secret);
}

function parsed(data: unknown): JsonObject | undefined {
  if (typeof data !== "string" && !Buffer.isBuffer(data)) {
    return undefined;
  }
  try {
    const value: unknown = JSON.parse(String(data));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Filled-in templates are text, and empty where there was nothing to fill in. */
function toId(value: unknown): number | null {
  const id = typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value;
  return typeof id === "number" && Number.isSafeInteger(id) && id > 0 ? id : null;
}
