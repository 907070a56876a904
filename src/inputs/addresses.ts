import { address, addresses } from "../fields/address";
import { told } from "../fields/field";
import { named } from "./named";

/** What nobody needs to be told twice about addresses. */
const LIST =
  "One address a row, or several with commas between them; a name can stand in front: Jo Martin <jo@example.com>.";

/** Between whom a new message goes. Together they make its source. */
export const messageAddresses = {
  from: told(
    "The address that it comes from.",
    address({
      label: "From",
      part: "from",
      example: "support@example.com",
      comments:
        "The address that the message comes from, an e-mail address where Channel is email. From, To, Cc and Bcc win over the same part of Source. With From Agent off and Sender blank, whoever has this e-mail address wrote the message.",
    }),
  ),
  to: told(
    "The addresses that it goes to.",
    addresses({
      label: "To",
      part: "to",
      example: "jo@example.com",
      comments: `The addresses that the message goes to. With From Agent on and Receiver ID blank, whoever has the first e-mail address gets it. ${LIST}`,
    }),
  ),
  cc: told(
    "Who gets a copy.",
    addresses({
      label: "Cc",
      part: "cc",
      example: "sam@example.com",
      comments: "The addresses that get a copy, written as in To.",
    }),
  ),
  bcc: told(
    "Who gets a hidden copy.",
    addresses({
      label: "Bcc",
      part: "bcc",
      example: "archive@example.com",
      comments:
        "The addresses that get a copy that the other recipients don't see, written as in To.",
    }),
  ),
};

/** The same for a reply, where the ticket's last message says it unless it is filled in. */
export const replyAddresses = {
  from: told(
    "Your address that it comes from: unless given, the one that the customer wrote to.",
    named(
      address({
        label: "From",
        part: "from",
        example: "support@example.com",
        comments:
          "Your address that the reply comes from. Left blank, it is the one that the customer wrote to: fill it in where the ticket does not say that.",
      }),
    ),
  ),
  to: told(
    "Whom to send it to in place of the ticket's customer. Copies then go to cc and bcc alone.",
    named(
      addresses({
        label: "To",
        part: "to",
        example: "jo@example.com",
        comments: `Left blank, the reply goes to the ticket's customer. Filled in, it goes to these addresses instead, and copies go to Cc and Bcc alone. ${LIST}`,
      }),
    ),
  ),
  cc: told(
    "Who gets a copy, in place of those who were in copy before.",
    named(
      addresses({
        label: "Cc",
        part: "cc",
        example: "sam@example.com",
        comments:
          "The addresses that get a copy, in place of those that were in copy before, written as in To.",
      }),
    ),
  ),
  bcc: named(messageAddresses.bcc),
};
