import * as z from "zod/mini";
import { choice, openChoice, toggle, yesNo } from "../fields/choice";
import { clearable, type Field, required } from "../fields/field";
import { InputError, unexpected } from "../fields/inputError";
import { jsonList } from "../fields/json";
import { ids, texts } from "../fields/list";
import { id, wholeNumber } from "../fields/number";
import { text } from "../fields/text";
import { MACRO_INTENTS } from "../schemas/macro";
import { TICKET_PRIORITIES } from "../schemas/ticket";
import { tagNames } from "./tags";

/** The macro to read, change or delete. */
export const macroId = required(
  id({
    label: "Macro ID",
    dataSource: "selectMacro",
    example: "374718",
    comments: "The ID of the macro.",
  }),
);

/**
 * The macros to archive, or to bring back.
 *
 * @param what reads on from "the macros to"
 */
export function macroIds(what: string) {
  return required(
    ids({
      label: "Macro IDs",
      dataSource: "selectMacro",
      max: 30,
      example: "374718",
      comments: `The IDs of the macros to ${what}: 1 to 30.`,
    }),
  );
}

/** The name of a macro. */
export const macroName = text({
  label: "Name",
  example: "Where is my order?",
  comments: "The macro's name, as agents see it.",
});

const actions = () =>
  z.array(
    z.looseObject({
      name: z.string(),
      title: z.nullish(z.string()),
      arguments: z.nullish(z.record(z.string(), z.unknown())),
    }),
  );

/** Tags to add: Gorgias keeps them in one text, with commas in between. */
function addedTags(): Field<string[] | undefined> {
  const { read, ...rest } = tagNames({
    label: "Tags",
    example: "shipping",
    comments:
      "The names of tags that the macro puts on a ticket. They replace those that it puts on so far. A tag with a comma in its name can't be among them: Gorgias keeps the names in one text, with commas in between.",
  });
  return {
    ...rest,
    read(value, name) {
      const tags = read(value, name);
      const refusals = (tags ?? [])
        .filter((tag) => tag.includes(","))
        .flatMap((tag) => unexpected(name, "tags without a comma in their names", tag).refusals);
      if (refusals.length > 0) {
        throw new InputError(refusals);
      }
      return tags;
    },
  };
}

/** What a macro does, as a form (docs/gorgias-api.md, "Macros"). */
export const macroForm = {
  body_text: text({
    label: "Body Text",
    example: "It is on its way.",
    long: true,
    comments:
      "The answer that the macro writes, as plain text. Body HTML, which customers get, is made of it where that is left blank.",
  }),
  body_html: text({
    label: "Body HTML",
    example: "<div>It is on its way.</div>",
    long: true,
    comments:
      "The answer that the macro writes, as HTML. Body Text is made of it where that is left blank.",
  }),
  tags: addedTags(),
  priority: choice(TICKET_PRIORITIES, {
    label: "Priority",
    comments: "The priority that the macro gives a ticket.",
  }),
};

/** What a macro does, as JSON. */
export const macroActions = jsonList(actions, {
  label: "Actions",
  example:
    '[{ "name": "setResponseText", "title": "Add response text", "arguments": { "body_text": "Hello!", "body_html": "<div>Hello!</div>" } }]',
  comments:
    "What the macro does, as a JSON list of { name, title, arguments }. On an update, an action takes the place of the one that has its name, and the others stay; where the macro has several of a name, the title tells which. Body Text, Body HTML, Tags and Priority say the same more simply, and win where they are filled in.",
});

/** Whether nothing of what the macro did stays. */
export const replaceActions = toggle({
  label: "Replace Actions",
  comments: "Makes what is filled in all that the macro does: every other action is taken away.",
});

/** What else can be set on a macro. */
export const macroFields = {
  external_id: clearable(
    text({
      label: "External ID",
      example: "where-is-my-order",
      comments: "The macro's ID in another system. Gorgias keeps it and does nothing with it.",
    }),
  ),
  intent: clearable(
    openChoice(MACRO_INTENTS, {
      label: "Intent",
      comments: "What customers want when the macro fits.",
    }),
  ),
  language: clearable(
    text({
      label: "Language",
      example: "en",
      comments: "The macro's language, as a two-letter code (ISO 639-1).",
    }),
  ),
};

/** What a list of macros can be filtered by. */
export const macroFilters = {
  search: text({
    label: "Search",
    example: "order",
    comments: "Only macros that Gorgias finds for this text.",
  }),
  tags: tagNames({
    label: "Tags",
    example: "shipping",
    comments: "Only macros that add these tags, by name.",
  }),
  languages: texts({
    label: "Languages",
    example: "en",
    comments: "Only macros in these languages, as two-letter codes (ISO 639-1).",
  }),
  ticket_id: id({
    label: "Ticket ID",
    example: "153006867",
    dataSource: "selectTicket",
    comments: "The ticket that macros are looked for. To order by relevance, it is needed.",
  }),
  message_id: id({
    label: "Message ID",
    dataSource: "selectMessage",
    example: "385373530",
    comments: "The message that macros are looked for.",
  }),
  number_predictions: wholeNumber({
    label: "Number Predictions",
    example: "3",
    comments: "How many macros Gorgias may predict for the ticket.",
  }),
  archived: yesNo({
    label: "Archived",
    comments: "Only macros that are archived (Yes) or are not (No). Left blank, Gorgias decides.",
  }),
};
