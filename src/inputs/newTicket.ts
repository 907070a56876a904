import { address, addresses } from "../fields/address";
import { choice, yesNo } from "../fields/choice";
import { datetime } from "../fields/datetime";
import { commented, starred, told } from "../fields/field";
import { jsonList } from "../fields/json";
import { reference } from "../fields/reference";
import { text } from "../fields/text";
import { TICKET_STATUSES } from "../schemas/ticket";
import { channel } from "./channel";
import { toNewMessages } from "./givenBack";
import { messageFiles } from "./messages";
import { ticketMessages } from "./shapes";
import { customer, ticketDates, ticketFields } from "./tickets";

/** Ends the comments of what makes the ticket's one message. */
const UNLESS_MESSAGES = "Not used where Messages is filled in.";

const { subject, assignee_user, assignee_team, assignee_user_id } = ticketFields;
const { tags, priority, custom_fields, via, spam, language, external_id, meta } = ticketFields;

/** What can be set on a new ticket. */
export const newTicketFields = {
  customer: told(
    "The ticket's customer, by ID or e-mail address, who also wrote the message unless from_agent or messageSender says otherwise.",
    starred(
      customer(
        "Needed unless Messages is filled in: the customer that the ticket belongs to, as an ID, an e-mail address or JSON. They also wrote its message, unless From Agent or Message Sender says otherwise.",
      ),
    ),
  ),
  subject,
  messageText: told(
    "What the message says, as plain text.",
    starred(
      text({
        label: "Message Text",
        long: true,
        example: "Hello! Where is my order?",
        comments: `Needed unless Message HTML, Message Attachments or Messages is filled in: what the ticket's message says, as plain text. Left blank, it is made of Message HTML. ${UNLESS_MESSAGES}`,
      }),
    ),
  ),
  messageHtml: told(
    "What the message says, as HTML.",
    text({
      label: "Message HTML",
      long: true,
      example: "<p>Hello! Where is my order?</p>",
      comments: `What the ticket's message says, as HTML. Left blank, the message is plain text. ${UNLESS_MESSAGES}`,
    }),
  ),
  status: choice(TICKET_STATUSES, {
    label: "Status",
    default: "open",
    comments: "Whether the new ticket is open or closed.",
  }),
  assignee_user: commented(assignee_user, "The agent to assign: the user's ID, or JSON."),
  assignee_team: commented(assignee_team, "The team to assign: its ID, or JSON."),
  assignee_user_id,
  tags: commented(tags, "The names of the ticket's tags. Tags that don't exist are created."),
  priority,
  channel: channel("The channel that the conversation starts on. Left blank, it is email."),
  from_agent: told(
    "Whether your company wrote the message. Gorgias then sends it, unless channel is internal-note.",
    yesNo({
      label: "From Agent",
      comments:
        "Whether your company wrote the first message (Yes) or the customer did (No). If it is blank, the message counts as the customer's, or as your company's where Channel is internal-note. With Yes, Gorgias sends the message at once, unless it is a note.",
    }),
  ),
  messageSender: told(
    "Who wrote the message, by ID or e-mail address: unless given, the customer, or with from_agent the connection's user.",
    reference({
      label: "Message Sender",
      dataSource: "selectCustomer",
      byEmail: true,
      example: "jo@example.com",
      comments: `Who wrote the message: an ID, an e-mail address or JSON. Left blank, it is the customer, or with From Agent the connection's own user. The pick list has customers: for an agent, type the user's ID. ${UNLESS_MESSAGES}`,
    }),
  ),
  messageFrom: told(
    "The address that it comes from.",
    address({
      label: "Message From",
      part: "from",
      example: "jo@example.com",
      comments: `The address that the message comes from. Left blank, an e-mail of the customer's comes from their address, where it is known. Reply to Ticket goes by this and Message To. ${UNLESS_MESSAGES}`,
    }),
  ),
  messageTo: told(
    "The addresses that it goes to: yours, where the customer wrote it.",
    addresses({
      label: "Message To",
      part: "to",
      example: "support@example.com",
      comments: `The addresses that the message goes to: yours, where the customer wrote it. A name can stand in front: Acme Support <support@example.com>. ${UNLESS_MESSAGES}`,
    }),
  ),
  messageAttachments: messageFiles(
    "Message Attachments",
    `Files of the message: choose the result of Upload Files, as it is. ${UNLESS_MESSAGES}`,
  ),
  custom_fields: commented(
    custom_fields,
    "Values of custom fields, as a JSON list of { id, value } with the field's ID.",
  ),
  via,
  spam,
  language,
  external_id,
  meta,
  messages: jsonList(
    ticketMessages,
    {
      label: "Messages",
      example:
        '[{ "channel": "email", "via": "api", "from_agent": false, "sender": { "email": "jo@example.com" }, "subject": "Where is my order?", "body_text": "Hello!" }]',
      comments:
        "For a ticket with several messages, or one that needs more than Message Text and the inputs like it: a JSON list of 1 to 500, or one message alone. Filled in, it wins, and the inputs whose names begin with Message are not used. Each needs channel and from_agent; one that a customer wrote needs a sender with an id or an email. Messages that Gorgias returned work as they are.",
    },
    toNewMessages,
  ),
  ...ticketDates,
  // It cannot be changed later (docs/gorgias-api.md, "Writes").
  created_datetime: datetime({
    label: "Created Datetime",
    comments: "When the ticket was created. It cannot be changed later.",
  }),
};
