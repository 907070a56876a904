import { choice } from "../fields/choice";
import { datetime, toDatetime } from "../fields/datetime";
import { type Field, field, isBlank, required } from "../fields/field";
import { unexpected } from "../fields/inputError";
import { toObject } from "../fields/json";
import { ids, openChoices } from "../fields/list";
import { id } from "../fields/number";
import { EVENT_OBJECT_TYPES, EVENT_TYPES } from "../schemas/event";

/** The event to read. */
export const eventId = required(
  id({
    label: "Event ID",
    dataSource: "selectEvent",
    example: "881234567",
    comments: "The ID of the event.",
  }),
);

/** How a date can be compared: later, from, before, until (docs/gorgias-api.md, "Lists"). */
export const COMPARATORS = ["gt", "gte", "lt", "lte"] as const;

const createdDatetime: Field<Record<string, string> | undefined> = field(
  {
    label: "Created Datetime",
    type: "code",
    language: "json",
    example: '{ "gte": "2026-03-01T00:00:00Z", "lt": "2026-04-01T00:00:00Z" }',
    comments:
      "Only events of a certain time, as a JSON object: gt (after), gte (from), lt (before) or lte (until), each an ISO date-time.",
  },
  (value, name) => {
    const limits = Object.entries(toObject(value, name)).filter(([, limit]) => !isBlank(limit));
    return Object.fromEntries(
      limits.map(([comparator, limit]) => {
        if (!COMPARATORS.some((one) => one === comparator)) {
          throw unexpected(name, `one of ${COMPARATORS.join(", ")}`, comparator);
        }
        return [comparator, toDatetime(limit, `${name}.${comparator}`)];
      }),
    );
  },
  {
    type: "object",
    properties: Object.fromEntries(
      COMPARATORS.map((comparator) => [comparator, { type: "string", format: "date-time" }]),
    ),
  },
);

/** What a list of events can be filtered by. */
export const eventFilters = {
  types: openChoices(EVENT_TYPES, {
    label: "Types",
    example: "ticket-created",
    comments:
      "Only events of these types, by Gorgias' own names such as ticket-created. There are others.",
  }),
  object_id: id({
    label: "Object ID",
    example: "153006867",
    comments: "Only events about the object with this ID.",
  }),
  object_type: choice(EVENT_OBJECT_TYPES, {
    label: "Object Type",
    comments: "What kind of object Object ID means. It cannot be used without an Object ID.",
  }),
  user_ids: ids({
    label: "User IDs",
    example: "400746608",
    dataSource: "selectUser",
    comments: "Only events that the users with these IDs caused.",
  }),
  createdAfter: datetime({
    label: "Created After",
    example: "2026-03-01T00:00:00Z",
    comments: "Only events from this moment on. Events at that exact moment are included.",
  }),
  createdBefore: datetime({
    label: "Created Before",
    example: "2026-04-01T00:00:00Z",
    comments:
      "Only events before this moment. Events at that exact moment are not included: used as the next Created After, it leaves no gap and brings nothing twice.",
  }),
  created_datetime: createdDatetime,
};
