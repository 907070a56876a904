import { toggle } from "../fields/choice";
import { datetime } from "../fields/datetime";
import { required, told } from "../fields/field";
import { json, jsonList } from "../fields/json";
import { text } from "../fields/text";
import { messageAddresses } from "./addresses";
import { channel, via } from "./channel";
import { failedDate, messageContent, messageDetails } from "./messages";
import { freeForm, macroReferences } from "./shapes";

/** What can be set on a new message of a ticket. */
export const messageFields = {
  channel: required(channel("The channel of the message, such as email or internal-note.")),
  ...messageContent,
  from_agent: toggle({
    label: "From Agent",
    comments: "Whether your company wrote the message (on) or the customer did (off).",
  }),
  ...messageAddresses,
  ...messageDetails,
  // Gorgias' reference requires it. It was seen to do without for the messages of a new ticket, not
  // for a single one (docs/gorgias-api.md, "Writes").
  via: told(
    "How it travels, such as api or a channel's name. Gorgias may refuse a message without it.",
    via(
      "How the message reached Gorgias or leaves it: a channel's name, or api, form, helpdesk, rule, shopify and so on. Gorgias' reference requires it; left blank, Gorgias may fill it in or refuse the message.",
    ),
  ),
  macros: jsonList(macroReferences, {
    label: "Macros",
    example: '[{ "id": 374718 }]',
    comments: "The macros that the message was written with, as a JSON list of { id }.",
  }),
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
  last_sending_error: json(freeForm, {
    label: "Last Sending Error",
    example: '{ "error": "The mailbox is full." }',
    comments: "Why sending the message failed, as a JSON object: { error }.",
  }),
};

/** When what happened to a new message. */
export const messageDates = {
  sent_datetime: told(
    "When it was sent elsewhere. Without it, Gorgias sends it now.",
    datetime({
      label: "Sent Date",
      comments:
        "When the message was sent. Left blank, Gorgias sends it now: fill it in for messages that were sent elsewhere.",
    }),
  ),
  created_datetime: datetime({ label: "Created Date", comments: "When the message was created." }),
  opened_datetime: datetime({
    label: "Opened Date",
    comments: "When the receiver opened the message.",
  }),
  failed_datetime: failedDate,
  deleted_datetime: datetime({ label: "Deleted Date", comments: "When the message was deleted." }),
};
