import { told } from "../fields/field";
import { id } from "../fields/number";
import { reference } from "../fields/reference";
import { text } from "../fields/text";
import { byIdAlone } from "./byIdAlone";
import { named } from "./named";

/** What an agent writes: one of the two will do. */
export const writtenFields = {
  text: told(
    "What to write, as plain text.",
    text({
      label: "Text",
      long: true,
      example: "The parcel is on its way.",
      comments: "What to write, as plain text. Left blank, it is made of HTML.",
    }),
  ),
  html: told(
    "What to write, as HTML.",
    text({
      label: "HTML",
      long: true,
      example: "<p>The parcel is on its way.</p>",
      comments: "What to write, as HTML. Left blank, the message is plain text.",
    }),
  ),
};

/** The macro whose text a reply is. */
export const replyMacro = named(
  told(
    "A macro whose text, made for this ticket, is sent where neither text nor html is given. Its other actions are not carried out.",
    id({
      label: "Macro ID",
      dataSource: "selectMacro",
      example: "374718",
      comments:
        "The ID of a macro to reply with: its text, filled in for the ticket, is sent where Text and HTML are blank. What else it does, such as adding tags, is left out.",
    }),
  ),
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
