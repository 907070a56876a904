import * as z from "zod/mini";
import { isObject } from "../client/json";
import { trimmed } from "../client/trimmed";
import { meantBy } from "../fields/choice";
import { datetime } from "../fields/datetime";
import { clearable, type Field, field, isBlank, required } from "../fields/field";
import { refusal } from "../fields/inputError";
import { json, jsonList, listOf } from "../fields/json";
import { toPairs } from "../fields/keyValue";
import { openChoices } from "../fields/list";
import { id, toWholeNumber, wholeNumber } from "../fields/number";
import { text } from "../fields/text";
import { RULE_EVENT_TYPES } from "../schemas/rule";
import { freeForm } from "./shapes";

/** The rule to read, change or delete. */
export const ruleId = required(
  id({
    label: "Rule ID",
    dataSource: "selectRule",
    example: "77",
    comments: "The ID of the rule.",
  }),
);

/** The name of a rule. */
export const ruleName = text({
  label: "Name",
  example: "Tag late parcels",
  comments: "The rule's name.",
});

/** What a rule does. */
export const ruleCode = text({
  label: "Code",
  long: true,
  example: 'if (contains(message.subject, "late")) { Action("addTags", { tags: "shipping" }) }',
  comments: "What the rule does, in the part of JavaScript that Gorgias' rules are written in.",
});

/** What starts a rule: one text for Gorgias, a list for people. */
function eventTypes(): Field<string | undefined> {
  const { read, ...rest } = openChoices(RULE_EVENT_TYPES, {
    label: "Event Types",
    example: "ticket-created",
    comments:
      "What starts the rule. The text that Get Rule returns, with commas in it, works as it is.",
  });
  return {
    ...rest,
    read(value, name) {
      const types = read(value, name)
        ?.flatMap((one) => one.split(",").map(trimmed))
        .filter((one) => one !== "")
        .map((one) => meantBy(one, RULE_EVENT_TYPES) ?? one);
      return types && [...new Set(types)].join(",");
    },
  };
}

/** What else can be set on a rule. */
export const ruleFields = {
  event_types: eventTypes(),
  description: clearable(
    text({
      label: "Description",
      example: "Tags what is about a late parcel.",
      comments: "What the rule is for.",
    }),
  ),
  priority: wholeNumber({
    label: "Priority",
    min: Number.NEGATIVE_INFINITY,
    example: "10",
    comments: "The rule's place among the others: a higher number runs earlier.",
  }),
  code_ast: json(freeForm, {
    label: "Code AST",
    example: '{ "type": "Program", "body": [] }',
    comments:
      "The same as Code, as an ESTree program. Leave it blank: Gorgias makes it from Code then, so that the two fit.",
  }),
  deactivated_datetime: clearable(
    datetime({
      label: "Deactivated Datetime",
      comments:
        'When the rule was switched off. To switch it on, send { "deactivated_datetime": null } in Additional Fields.',
    }),
  ),
};

/** A rule and its priority. */
export interface RulePriority {
  readonly id: number;
  readonly priority: number;
}

const priorities = () =>
  z.array(z.looseObject({ id: z.int().check(z.minimum(1)), priority: z.int() }));

/** By the rules' IDs, as people write it, or a list, as Gorgias does. */
const toPriorities = (parsed: unknown) =>
  isObject(parsed) && !("id" in parsed) && !Array.isArray(parsed.data)
    ? Object.entries(parsed).map(([key, priority]) => ({ id: key, priority }))
    : withPriority(listOf(parsed));

/** Rules that Gorgias answers without a priority have none to keep. */
const withPriority = (list: unknown) =>
  Array.isArray(list) ? list.filter((one) => !(isObject(one) && one.priority === null)) : list;

/** The priorities of several rules: as a form, or as JSON. */
export const rulePriorities = {
  rulePriorities: field(
    {
      label: { key: "Rule ID", value: "Rule Priorities" },
      example: "77: 20",
      type: "string",
      collection: "keyvaluelist",
      comments:
        "The priorities to set, a row each: the rule's ID and its priority. A higher number runs earlier.",
    },
    (rows, name): RulePriority[] =>
      toPairs(rows, name).map(([key, priority]) => {
        const rule = toWholeNumber(key, name, { min: 1 });
        if (isBlank(priority)) {
          throw refusal(name, `has no priority for the rule ${rule}.`);
        }
        return {
          id: rule,
          priority: toWholeNumber(priority, name, { min: Number.NEGATIVE_INFINITY }),
        };
      }),
  ),
  priorities: jsonList(
    priorities,
    {
      label: "Priorities",
      example: '[{ "id": 77, "priority": 20 }, { "id": 78, "priority": 10 }]',
      comments:
        'The priorities to set, as a JSON list of { id, priority } with the rule\'s ID, or an object such as { "77": 20 }. What List Rules returned works as it is.',
    },
    toPriorities,
    (rules): RulePriority[] => rules.map(({ id, priority }) => ({ id, priority })),
  ),
};
