import {
  anything,
  type Described,
  integer,
  listOf,
  moment,
  nullable,
  object,
  type Resource,
  text,
} from "./schema";

/** What starts a rule (docs/gorgias-api.md, "Rules"). */
export const RULE_EVENT_TYPES = [
  "ticket-created",
  "ticket-updated",
  "ticket-message-created",
  "ticket-assigned",
  "ticket-self-unsnoozed",
  "satisfaction-survey-responded",
] as const;

const ruleSchema = object(
  { id: integer, name: text },
  {
    description: nullable(text),
    code: nullable(text),
    code_ast: anything,
    event_types: nullable(text),
    priority: nullable(integer),
    uri: text,
    created_datetime: moment,
    updated_datetime: nullable(moment),
    deactivated_datetime: nullable(moment),
  },
);

/** What Gorgias does by itself when something happens (docs/gorgias-api.md, "Rules"). */
export type Rule = Described<typeof ruleSchema>;

/** Its schema, and one that exists. */
export const rule: Resource<Rule> = {
  schema: ruleSchema,
  example: {
    id: 77,
    name: "Tag late parcels",
    description: null,
    code: 'if (contains(message.subject, "late")) { Action("addTags", { tags: "shipping" }) }',
    code_ast: { type: "Program", body: [] },
    event_types: "ticket-created,ticket-message-created",
    priority: 6,
    uri: "/api/rules/77/",
    created_datetime: "2024-11-14T13:56:16.494726+00:00",
    updated_datetime: "2024-11-14T13:56:16.494726+00:00",
    deactivated_datetime: null,
  },
};

const orderedRulesSchema = object({ data: listOf(ruleSchema) });

/** The rules after their priorities changed. */
export const orderedRules: Resource<Described<typeof orderedRulesSchema>> = {
  schema: orderedRulesSchema,
  example: { data: [rule.example] },
};
