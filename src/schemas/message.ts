import { partySchema } from "./person";
import {
  anything,
  boolean,
  type Described,
  freeForm,
  integer,
  listOf,
  moment,
  nullable,
  object,
  type Resource,
  text,
} from "./schema";

/**
 * The channels that messages travel on (docs/gorgias-api.md, "Channels and via"). Accounts can have
 * others.
 */
export const CHANNELS = [
  "aircall",
  "api",
  "chat",
  "contact_form",
  "email",
  "facebook",
  "facebook-mention",
  "facebook-messenger",
  "facebook-recommendations",
  "help-center",
  "instagram-ad-comment",
  "instagram-comment",
  "instagram-direct-message",
  "instagram-mention",
  "internal-note",
  "phone",
  "sms",
  "twitter",
  "twitter-direct-message",
  "whatsapp",
  "yotpo-review",
] as const;

/** What to do about external actions of a message that failed (docs/gorgias-api.md, "Messages"). */
export const MESSAGE_ACTIONS = ["force", "retry", "cancel"] as const;

const address = object({ address: text }, { id: integer, name: nullable(text) });

const messageSchema = object(
  {
    id: integer,
    ticket_id: integer,
    channel: text,
    via: text,
    from_agent: boolean,
    body_text: nullable(text),
    body_html: nullable(text),
    subject: nullable(text),
    sender: nullable(partySchema),
    receiver: nullable(partySchema),
    source: nullable(
      object(
        { type: text },
        {
          from: address,
          to: listOf(address),
          cc: listOf(address),
          bcc: listOf(address),
          extra: freeForm,
        },
      ),
    ),
    attachments: nullable(listOf(freeForm)),
    created_datetime: moment,
  },
  {
    uri: text,
    public: boolean,
    sent_datetime: nullable(moment),
    processed_datetime: nullable(moment),
    deleted_datetime: nullable(moment),
    auth_customer_identity: anything,
    imported: nullable(boolean),
    headers: nullable(freeForm),
    macros: nullable(listOf(anything)),
    message_id: nullable(text),
    external_id: nullable(text),
    integration_id: nullable(integer),
    rule_id: nullable(integer),
    intents: listOf(anything),
    stripped_text: nullable(text),
    stripped_html: nullable(text),
    stripped_signature: nullable(text),
    actions: nullable(listOf(anything)),
    meta: nullable(freeForm),
    failed_datetime: nullable(moment),
    opened_datetime: nullable(moment),
    last_sending_error: nullable(freeForm),
    is_retriable: boolean,
  },
);

/** A message of a ticket (docs/gorgias-api.md, "Messages"). */
export const message: Resource<Described<typeof messageSchema>> = {
  schema: messageSchema,
  example: {
    id: 385373530,
    uri: "/api/tickets/153006867/messages/385373530/",
    message_id: null,
    ticket_id: 153006867,
    external_id: null,
    public: true,
    channel: "email",
    via: "email",
    source: {
      type: "email",
      from: { name: "Jo Martin", address: "jo@example.com" },
      to: [{ name: "Acme Support", address: "support@example.com" }],
    },
    sender: {
      id: 400746613,
      email: "jo@example.com",
      name: "Jo Martin",
      firstname: "Jo",
      lastname: "Martin",
      meta: null,
    },
    receiver: null,
    integration_id: 116873,
    rule_id: null,
    intents: [],
    from_agent: false,
    subject: "Where is my order?",
    body_text: "Hello, order #1234 has not arrived yet.",
    body_html: "<div>Hello, order #1234 has not arrived yet.</div>",
    stripped_text: null,
    stripped_html: null,
    stripped_signature: null,
    attachments: null,
    actions: null,
    meta: null,
    created_datetime: "2024-11-14T13:56:16.494726+00:00",
    sent_datetime: "2024-11-14T13:56:16.494726+00:00",
    failed_datetime: null,
    opened_datetime: null,
    last_sending_error: null,
    is_retriable: true,
  },
};
