import { choice, yesNo } from "../fields/choice";
import { datetime } from "../fields/datetime";
import { clearable, required, told } from "../fields/field";
import { json, jsonList } from "../fields/json";
import { ids } from "../fields/list";
import { id } from "../fields/number";
import { reference } from "../fields/reference";
import { text } from "../fields/text";
import { MESSAGE_ACTIONS } from "../schemas/message";
import { channel, via } from "./channel";
import { toAttachments, withoutHoles } from "./givenBack";
import { attachments, freeForm, messageSource } from "./shapes";

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
  comments: "The IDs of agents whom an internal note mentions.",
});

/** Files that go with a message. */
export function messageFiles(label: string, comments: string) {
  return told(
    "Files: the data that Upload Files answers.",
    jsonList(
      attachments,
      {
        label,
        example:
          '[{ "url": "https://uploads.gorgias.io/attachment/Hna8kldnmlal/package-damaged-ac82bc04.png", "name": "package-damaged.png", "content_type": "image/png", "size": 48213 }]',
        comments,
      },
      toAttachments,
    ),
  );
}

/** What the service that carried a message calls it. */
function serviceId(label: string) {
  return text({
    label,
    example: "<CAF3k2@mail.example.com>",
    comments:
      "The message's ID at the service that carried it, such as the Message-ID of an e-mail.",
  });
}

/** What a message says. */
export const messageContent = {
  body_text: clearable(
    text({
      label: "Body Text",
      example: "The parcel is on its way.",
      long: true,
      comments: "The whole message as plain text.",
    }),
  ),
  body_html: clearable(
    text({
      label: "Body HTML",
      example: "<p>The parcel is on its way.</p>",
      long: true,
      comments: "The whole message as HTML.",
    }),
  ),
  subject: clearable(
    text({
      label: "Subject",
      example: "Where is my order?",
      maxLength: 998,
      comments: "The subject of the message.",
    }),
  ),
};

/** What else a message has, new or not. */
export const messageDetails = {
  sender: clearable(
    told(
      "Who wrote the message, a customer or an agent, by ID or e-mail address.",
      reference({
        label: "Sender",
        dataSource: "selectCustomer",
        byEmail: true,
        example: "jo@example.com",
        comments:
          "Who wrote the message, a customer or an agent: an ID, an e-mail address or JSON. The pick list has customers: for an agent, type the user's ID.",
      }),
    ),
  ),
  receiver: clearable(
    reference({
      label: "Receiver ID",
      dataSource: "selectCustomer",
      byEmail: true,
      example: "400746613",
      comments:
        "Who gets the message, a customer or an agent: an ID, an e-mail address or JSON. An internal note needs none.",
    }),
  ),
  attachments: clearable(
    messageFiles("Attachments", "Files of the message: what Upload Files answered, as it is."),
  ),
  public: yesNo({
    label: "Public",
    comments: "Whether the customer may see the message. Internal notes are not public.",
  }),
  mention_ids: clearable(mentionIds),
  source: clearable(
    json(
      messageSource,
      {
        label: "Source",
        example:
          '{ "type": "email", "from": { "address": "support@example.com" }, "to": [{ "address": "jo@example.com" }] }',
        comments:
          "How the message is routed, as JSON: type, from, to, cc, bcc. See https://developers.gorgias.com/reference/create-ticket-message.",
      },
      withoutHoles,
    ),
  ),
  integration_id: clearable(
    id({
      label: "Integration ID",
      dataSource: "selectIntegration",
      example: "116873",
      comments: "The ID of the integration that carries the message.",
    }),
  ),
  external_id: clearable(
    text({
      label: "External ID",
      example: "8817264",
      comments: "The message's ID in another system. Gorgias keeps it and does nothing with it.",
    }),
  ),
  message_id: serviceId("Message ID"),
  headers: clearable(
    json(freeForm, {
      label: "Headers",
      example: '{ "Reply-To": "support@example.com" }',
      comments: "The headers of an e-mail, as a JSON object.",
    }),
  ),
  meta: clearable(
    json(freeForm, {
      label: "Meta",
      example: '{ "order": "1234" }',
      comments: "Information of your own about the message, as a JSON object.",
    }),
  ),
};

/** What can be changed of a message that exists. */
export const changedMessageFields = {
  channel: channel("The channel of the message, such as email or internal-note."),
  ...messageContent,
  from_agent: yesNo({
    label: "From Agent",
    comments: "Whether your company wrote the message (Yes) or the customer did (No).",
  }),
  ...messageDetails,
  message_id: clearable(serviceId("Service Message ID")),
  via: via(
    "How the message reached Gorgias or left it: a channel's name, or api, form, helpdesk, rule, shopify and so on.",
  ),
};

/** When sending a message failed. */
export const failedDate = datetime({
  label: "Failed Date",
  comments: "When sending the message failed.",
});

/** The dates of a message that can be changed. */
export const changedMessageDates = {
  sent_datetime: clearable(
    datetime({ label: "Sent Date", comments: "When the message was sent." }),
  ),
  failed_datetime: clearable(failedDate),
};

/** What to do about the message's external actions; goes into the query. */
export const messageAction = choice(MESSAGE_ACTIONS, {
  label: "Action",
  comments:
    "If actions of the message failed in another system: send it anyway (force), try them again (retry) or don't send it (cancel).",
});
