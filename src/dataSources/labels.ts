import { isObject, type JsonObject } from "../client/json";
import { trimmed } from "../client/trimmed";
import { instantOf, isoOf } from "../schemas/instant";

/** How much of a text stands in a label. */
const LONGEST_TEXT = 80;

/**
 * How a person recognises a record, which may lack anything but its id.
 *
 * @returns empty where the record says nothing of itself
 */
export type Label = (record: JsonObject) => string;

/** `#1234 Where is my order? — Jo` */
export const ticketLabel: Label = ({ id, subject, customer }) => {
  const who = nameOf(customer);
  return `#${id} ${short(subject) || "(no subject)"}${who && ` — ${who}`}`;
};

/** `Jo Martin (jo@example.com)` */
export const personLabel: Label = ({ name, email }) => withAside(said(name), said(email));

/** `#385373530 Jo Martin: Hello, order #1234 has not arrived yet.` */
export const messageLabel: Label = ({ id, sender, subject, body_text }) => {
  const who = nameOf(sender);
  return `#${id} ${who && `${who}: `}${short(body_text) || short(subject) || "(empty)"}`;
};

/** `#881234567 ticket-closed, Ticket 153006867, 2024-11-14 14:27 UTC` */
export const eventLabel: Label = ({ id, type, object_type, object_id, created_datetime }) => {
  const what = `${said(object_type)} ${said(object_id)}`.trim();
  return listed(id, said(type), what, utc(created_datetime));
};

/** `2024-11-14 14:27 UTC`; empty for what is no time. */
function utc(datetime: unknown): string {
  const instant = instantOf(datetime);
  return instant === undefined ? "" : `${isoOf(instant).slice(0, 16).replace("T", " ")} UTC`;
}

/** `Colour` */
export const fieldLabel: Label = ({ label }) => said(label);

/** `Colour (Ticket)` */
export const ownedFieldLabel: Label = ({ id, label, object_type }) =>
  withAside(said(label) || `#${id}`, said(object_type));

/** `Acme Support (email)` */
export const typedLabel: Label = ({ id, name, type }) =>
  withAside(said(name) || `#${id}`, said(type));

/** `#1551829 exportTicket, done, 2024-11-14 14:27 UTC` */
export const jobLabel: Label = ({ id, type, status, created_datetime }) =>
  listed(id, said(type), said(status), utc(created_datetime));

/** `#6967541 score 5, Ticket 153006867, 2024-11-14 14:27 UTC` */
export const surveyLabel: Label = ({ id, score, ticket_id, created_datetime }) => {
  const ticket = said(ticket_id);
  const answer = said(score) ? `score ${said(score)}` : ticket && "not answered";
  return listed(id, answer, ticket && `Ticket ${ticket}`, utc(created_datetime));
};

/** `#2071 shopify, ticket: Order` */
export const widgetLabel: Label = ({ id, type, context, template }) => {
  const [first] = isObject(template) && Array.isArray(template.widgets) ? template.widgets : [];
  const title = isObject(first) ? short(first.title) : "";
  const what = listed(id, said(type), said(context));
  return title ? `${what}: ${title}` : what;
};

/** `Unassigned`; `VIP (customer-list)` where it shows something other than tickets. */
export const viewLabel: Label = ({ name, type }) =>
  withAside(said(name), type === "ticket-list" ? "" : said(type));

/** The name alone. */
export const namedLabel: Label = ({ name }) => said(name);

/** `#88120 inbound, +33612345678, completed, 2024-11-14 13:56 UTC` */
export const callLabel: Label = (call) => {
  const { id, direction, status, created_datetime } = call;
  const other = direction === "outbound" ? call.phone_number_destination : call.phone_number_source;
  return listed(id, said(direction), said(other), said(status), utc(created_datetime));
};

/** `#40310 voicemail, call 88120, 2024-11-14 13:58 UTC` */
export const ofCallLabel: Label = ({ id, type, call_id, created_datetime }) => {
  const call = said(call_id);
  return listed(id, said(type), call && `call ${call}`, utc(created_datetime));
};

/** Why a record is not used as others are, where it says so; empty otherwise. */
export function stateOf(record: JsonObject): string {
  if (record.deleted_datetime) {
    return "deleted";
  }
  if (record.archived_datetime) {
    return "archived";
  }
  return record.deactivated_datetime || record.active === false ? "deactivated" : "";
}

/** An ID with what else is said, commas between. */
function listed(id: unknown, ...parts: readonly string[]): string {
  return `#${id} ${parts.filter(Boolean).join(", ")}`.trim();
}

/** A text and what else is said of it, in parentheses. */
export function withAside(text: string, aside: string): string {
  return text && aside ? `${text} (${aside})` : text || aside;
}

function nameOf(person: unknown): string {
  return isObject(person) ? said(person.name) || said(person.email) : "";
}

/** What a field says in words or digits; empty where it says nothing that anybody sees. */
function said(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? trimmed(String(value)) : "";
}

function short(text: unknown): string {
  const characters = [
    ...said(text)
      .slice(0, 10 * LONGEST_TEXT)
      .replace(/\s+/g, " ")
      .trim(),
  ];
  return characters.length > LONGEST_TEXT
    ? `${characters.slice(0, LONGEST_TEXT - 1).join("")}…`
    : characters.join("");
}
