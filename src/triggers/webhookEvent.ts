import type { TriggerPayload } from "@prismatic-io/spectral";
import { isObject, type JsonObject } from "../client/json";
import type { Values } from "../fields/field";
import type { Refuser } from "../fields/readInputs";
import type { webhookInputs } from "../inputs/triggers";
import { instantOf } from "../schemas/instant";
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
  /** Gorgias' date of the ticket's newest change; null where it came out empty. */
  readonly time: string | null;
  /** What the Template input asked for. */
  readonly fields: JsonObject;
}

/** What every delivery holds beside its event, as templates (docs/gorgias-api.md, "Webhooks"). */
const TEMPLATES = {
  ticket_id: "{{ticket.id}}",
  // Disputed: whether this is filled in. The one below it is documented.
  message_id: "{{message.id}}",
  last_message_id: "{{ticket.messages[-1].id}}",
  time: "{{ticket.updated_datetime}}",
} as const;

const OWN_NAMES = ["event", ...Object.keys(TEMPLATES)];

/**
 * The body that Gorgias is to send for one kind of event. Its templates know the ticket and the
 * message but not the event, so that the event stands in the form itself. What is ours comes last:
 * no text that somebody writes into a ticket stands behind it.
 */
export function formFor(event: IntegrationTrigger, template: JsonObject = {}): JsonObject {
  return { ...template, event, ...TEMPLATES };
}

/** Refuses fields of the template that have the name of one which every delivery holds. */
export function checkTemplate(
  { template = {} }: Values<Pick<typeof webhookInputs, "template">>,
  { refuse }: Refuser<Pick<typeof webhookInputs, "template">>,
): void {
  for (const taken of OWN_NAMES.filter((name) => Object.hasOwn(template, name))) {
    refuse("template", `the name ${taken} is taken: choose another one.`);
  }
}

/**
 * Reads a request that {@link formFor} asked for; undefined for any other.
 *
 * @param template what the form asked for beside the event
 */
export function readWebhookEvent(
  { body, rawBody }: TriggerPayload,
  template: JsonObject = {},
): WebhookEvent | undefined {
  const names = [...Object.keys(template), ...OWN_NAMES];
  // A host may hand the body over in one form or the other.
  const events = [body, rawBody].map((one) => eventIn(sentIn(one?.data, names)));
  return events.find((one) => one !== undefined);
}

function eventIn(sent: JsonObject | undefined): WebhookEvent | undefined {
  const { event, ticket_id, message_id, last_message_id, time, ...fields } = sent ?? {};
  const known = INTEGRATION_TRIGGERS.find((one) => one === event);
  const ticketId = toId(ticket_id);
  return known && ticketId !== null
    ? {
        event: known,
        ticket_id: ticketId,
        message_id: toId(message_id) ?? toId(last_message_id),
        time: typeof time === "string" && time !== "" ? time : null,
        fields,
      }
    : undefined;
}

/**
 * What tells deliveries apart, so that the same one that comes again is recognised; undefined
 * where nothing does: without a time that can be read, the next change may look like this one.
 */
export function identityOf({
  event,
  ticket_id,
  message_id,
  time,
}: WebhookEvent): string | undefined {
  return instantOf(time) === undefined ? undefined : [event, ticket_id, message_id, time].join(" ");
}

/** Whether a request carries the secret. Takes the same time whatever it carries. */
export function isGenuine({ headers }: TriggerPayload, secret: string | undefined): boolean {
  const wanted = SECRET_HEADER.toLowerCase();
  const [, sent] = entriesOf(headers).find(([name]) => name.toLowerCase() === wanted) ?? [];
  const [only = "", ...others]: unknown[] = [sent].flat();
  return isSecret(String(only), secret ?? "") && others.length === 0 && Boolean(secret);
}

/** Headers by name. Some hosts hand them over as a list, and their values, too. */
function entriesOf(headers: unknown): [name: string, value: unknown][] {
  if (!Array.isArray(headers)) {
    return Object.entries(isObject(headers) ? headers : {});
  }
  return headers.map((one: unknown) => {
    const [name, value] = Array.isArray(one) ? one : isObject(one) ? [one.name, one.value] : [];
    return [String(name), value];
  });
}

/** What a body holds: JSON, or what was meant to be JSON (docs/gorgias-api.md, "Webhooks"). */
function sentIn(data: unknown, names: readonly string[]): JsonObject | undefined {
  const text = data instanceof Uint8Array ? Buffer.from(data).toString() : data;
  if (typeof text !== "string") {
    return isObject(text) ? text : undefined;
  }
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return salvaged(text, names);
  }
}

/**
 * Reads what is no JSON because Gorgias filled in a text as it is, with a quotation mark in it for
 * example. Each name's value goes up to the next name. The last place of a name counts: ours stand
 * last, and a text may look like one.
 */
function salvaged(text: string, names: readonly string[]): JsonObject {
  const places = names
    .flatMap((name) => lastPlaceOf(name, text) ?? [])
    .sort((a, b) => a.start - b.start);
  return Object.fromEntries(
    places.map(({ name, from }, index) => {
      const end = places[index + 1]?.start ?? text.lastIndexOf("}");
      const value = text.slice(from, end).trimEnd();
      return [name, readOrQuoted(value.endsWith(",") ? value.slice(0, -1).trimEnd() : value)];
    }),
  );
}

/** Where a name stands in front of a colon, and where its value begins. */
function lastPlaceOf(name: string, text: string) {
  const key = JSON.stringify(name);
  for (let start = text.lastIndexOf(key); start >= 0; ) {
    const end = start + key.length;
    const [colon] = /^\s{0,9}:\s{0,9}/.exec(text.slice(end, end + 20)) ?? [];
    if (colon !== undefined) {
      return { name, start, from: end + colon.length };
    }
    start = start === 0 ? -1 : text.lastIndexOf(key, start - 1);
  }
  return undefined;
}

/** A value, or the text between its quotation marks as it came. */
function readOrQuoted(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text.replace(/^"/, "").replace(/"$/, "");
  }
}

/** Filled-in templates are text, and empty where there was nothing to fill in. */
function toId(value: unknown): number | null {
  const id = typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value;
  return typeof id === "number" && Number.isSafeInteger(id) && id > 0 ? id : null;
}
