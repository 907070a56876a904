import { choice, toggle, yesNo } from "../fields/choice";
import { datetime } from "../fields/datetime";
import { required } from "../fields/field";
import { json, jsonList } from "../fields/json";
import { ids } from "../fields/list";
import { id } from "../fields/number";
import { reference } from "../fields/reference";
import { text } from "../fields/text";
import { CHANNELS, MESSAGE_ACTIONS } from "../schemas/message";
import { byIdAlone } from "./byIdAlone";
import { toAttachments, withoutHoles } from "./givenBack";
import { named } from "./named";
import { attachments, freeForm, macroReferences, messageSource } from "./shapes";

/** The message to read, change or delete. */
export const messageId = required(
  id({
    label: "Message ID",
    dataSource: "selectMessage",
    example: "385373530",
    comments: "The ID of the message.",
  }),
);

/** Agents whom a note mentions (docs/gorgias-api.md, "Messages"). */
export const mentionIds = ids({
  label: "Mention IDs",
  dataSource: "selectUser",
  example: "400746608",
  comments: "The IDs of the agents whom an internal note mentions.",
});

/** What a message has, new or not. */
const shared = {
  channel: required(
    text({
      label: "Channel",
      example: "email",
      comments: `The channel of the message: ${CHANNELS.join(", ")}, or one of your account's own.`,
    }),
  ),
  from_agent: toggle({
    label: "From Agent",
    comments: "Whether your company wrote the message (on) or the customer did (off).",
  }),
  // Gorgias' reference requires it. It was seen to do without for the messages of a new ticket, not
  // for a single one (docs/gorgias-api.md, "Writes").
  via: text({
    label: "Via",
    example: "api",
    comments:
      "How the message reached Gorgias or leaves it: a channel's name, or api, form, helpdesk, rule, shopify and so on. Gorgias' reference requires it; left blank, Gorgias may fill it in or refuse the message.",
  }),
  source: json(
    messageSource,
    {
      label: "Source",
      example:
        '{ "type": "email", "from": { "address": "support@example.com" }, "to": [{ "address": "jo@example.com" }] }',
      comments:
        "How the message is routed, as JSON: type, from, to, cc, bcc. A message that Gorgias is to send needs it. See https://developers.gorgias.com/reference/create-ticket-message.",
    },
    withoutHoles,
  ),
  attachments: jsonList(
    attachments,
    {
      label: "Attachments",
      example:
        '[{ "url": "https://uploads.gorgias.io/attachment/Hna8kldnmlal/package-damaged-ac82bc04.png", "name": "package-damaged.png", "content_type": "image/png", "size": 48213 }]',
      comments: "Files of the message: what Upload Files answered, as it is.",
    },
    toAttachments,
  ),
  body_html: text({
    label: "Body HTML",
    example: "<p>The parcel is on its way.</p>",
    long: true,
    comments: "The whole message as HTML.",
  }),
  body_text: text({
    label: "Body Text",
    example: "The parcel is on its way.",
    long: true,
    comments: "The whole message as plain text.",
  }),
  external_id: text({
    label: "External ID",
    example: "8817264",
    comments: "The message's ID in another system. Gorgias keeps it and does nothing with it.",
  }),
  failed_datetime: datetime({ label: "Failed Date", comments: "When sending the message failed." }),
  message_id: text({
    label: "Message ID",
    example: "<CAF3k2@mail.example.com>",
    comments:
      "The message's ID at the service that carried it, such as the Message-ID of an e-mail.",
  }),
  receiver: reference({
    label: "Receiver ID",
    dataSource: "selectCustomer",
    byEmail: true,
    example: "400746613",
    comments:
      "Who gets the message, a customer or an agent: an ID, an e-mail address or JSON. Not needed for an internal note.",
  }),
  sender: reference({
    label: "Sender",
    dataSource: "selectCustomer",
    byEmail: true,
    example: "jo@example.com",
    comments: "Who wrote the message, a customer or an agent: an ID, an e-mail address or JSON.",
  }),
  sent_datetime: datetime({
    label: "Sent Date",
    comments:
      "When the message was sent. Left blank, Gorgias sends it now: fill it in for messages that were sent elsewhere.",
  }),
  subject: text({
    label: "Subject",
    example: "Where is my order?",
    maxLength: 998,
    comments: "The subject of the message.",
  }),
  public: yesNo({
    label: "Public",
    comments: "Whether the customer may see the message. Internal notes are not public.",
  }),
  integration_id: id({
    label: "Integration ID",
    dataSource: "selectIntegration",
    example: "116873",
    comments: "The ID of the integration that carries the message.",
  }),
  mention_ids: mentionIds,
  headers: json(freeForm, {
    label: "Headers",
    example: '{ "Reply-To": "support@example.com" }',
    comments: "The headers of an e-mail, as a JSON object.",
  }),
  meta: json(freeForm, {
    label: "Meta",
    example: '{ "order": "1234" }',
    comments: "Structured information of your own about the message, as a JSON object.",
  }),
};

/** What can be set on a new message. */
export const messageFields = {
  ...shared,
  created_datetime: datetime({ label: "Created Date", comments: "When the message was created." }),
  opened_datetime: datetime({
    label: "Opened Date",
    comments: "When the receiver opened the message.",
  }),
  deleted_datetime: datetime({ label: "Deleted Date", comments: "When the message was deleted." }),
  stripped_text: text({
    label: "Stripped Text",
    example: "The parcel is on its way.",
    long: true,
    comments:
      "The plain text without quoted messages and signature. Left blank, Gorgias works it out.",
  }),
  stripped_html: text({
    label: "Stripped HTML",
    example: "<p>The parcel is on its way.</p>",
    long: true,
    comments: "The HTML without quoted messages and signature. Left blank, Gorgias works it out.",
  }),
  stripped_signature: text({
    label: "Stripped Signature",
    example: "Jo Martin",
    long: true,
    comments: "The signature that was taken off.",
  }),
  macros: jsonList(macroReferences, {
    label: "Macros",
    example: '[{ "id": 374718 }]',
    comments: "The macros that the message was written with, as a JSON list of { id }.",
  }),
  last_sending_error: json(freeForm, {
    label: "Last Sending Error",
    example: '{ "error": "The mailbox is full." }',
    comments: "Why sending the message failed, as a JSON object: { error }.",
  }),
};

/** What can be changed of a message that exists. */
export const changedMessageFields = {
  ...shared,
  channel: text({
    label: "Channel",
    example: "email",
    comments: `The channel of the message: ${CHANNELS.join(", ")}, or one of your account's own.`,
  }),
  from_agent: yesNo({
    label: "From Agent",
    comments: "Whether your company wrote the message (Yes) or the customer did (No).",
  }),
  via: text({
    label: "Via",
    example: "api",
    comments:
      "How the message reached Gorgias or left it: a channel's name, or api, form, helpdesk, rule, shopify and so on.",
  }),
  message_id: text({
    label: "Service Message ID",
    example: "<CAF3k2@mail.example.com>",
    comments:
      "The message's ID at the service that carried it, such as the Message-ID of an e-mail.",
  }),
  sent_datetime: datetime({ label: "Sent Date", comments: "When the message was sent." }),
};

/** What an agent writes: one of the two will do. */
export const writtenFields = {
  text: text({
    label: "Text",
    long: true,
    example: "The parcel is on its way.",
    comments: "What to write, as plain text. Left blank, it is made of HTML.",
  }),
  html: text({
    label: "HTML",
    long: true,
    example: "<p>The parcel is on its way.</p>",
    comments: "What to write, as HTML. Left blank, the message is plain text.",
  }),
};

/** The macro whose text a reply is. */
export const replyMacro = named(
  id({
    label: "Macro ID",
    dataSource: "selectMacro",
    example: "374718",
    comments:
      "The ID of a macro to reply with: its text, filled in for the ticket, is sent where Text and HTML are blank. What else it does, such as adding tags, is left out.",
  }),
);

/** The agent in whose name a message is written: the ID alone of whatever was given. */
export const writer = byIdAlone(
  reference({
    label: "Sender",
    dataSource: "selectUser",
    byEmail: false,
    example: "400746608",
    comments:
      "The agent who writes: the user's ID, or a user as JSON. Left blank, it is the connection's own user.",
  }),
);

/** What to do about the message's external actions; goes into the query. */
export const messageAction = choice(MESSAGE_ACTIONS, {
  label: "Action",
  comments:
    "What to do if actions that belong to the message failed in another system: send it anyway (force), try them again (retry) or don't send it (cancel).",
});
