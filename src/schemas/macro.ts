import { ordersBy } from "./orders";
import {
  anything,
  type Described,
  freeForm,
  integer,
  listOf,
  moment,
  nullable,
  object,
  type Resource,
  text,
} from "./schema";

/** What macros can be ordered by (docs/gorgias-api.md, "Lists"). */
export const MACRO_ORDERS = ordersBy(
  "created_datetime",
  "updated_datetime",
  "name",
  "usage",
  "language",
  "relevance",
);

/** What a macro is meant for (docs/gorgias-api.md, "Macros"). */
export const MACRO_INTENTS = [
  "discount/request",
  "exchange/request",
  "exchange/status",
  "feedback",
  "order/damaged",
  "order/cancel",
  "order/change",
  "order/wrong",
  "other/no_reply",
  "other/question",
  "other/thanks",
  "product/recommendation",
  "product/question",
  "refund/request",
  "refund/status",
  "return/request",
  "return/status",
  "shipping/change",
  "shipping/delivery-issue",
  "shipping/policy",
  "shipping/status",
  "stock/request",
  "subscription/cancel",
  "subscription/change",
] as const;

const macroActionSchema = object(
  { name: text },
  {
    title: nullable(text),
    arguments: nullable(freeForm),
    description: nullable(text),
    type: nullable(text),
  },
);

const macroSchema = object(
  { id: integer, name: text },
  {
    external_id: nullable(text),
    intent: nullable(text),
    language: nullable(text),
    usage: nullable(integer),
    actions: listOf(macroActionSchema),
    uri: text,
    created_datetime: moment,
    updated_datetime: nullable(moment),
    archived_datetime: nullable(moment),
  },
);

/** An answer that agents have ready (docs/gorgias-api.md, "Macros"). */
export type Macro = Described<typeof macroSchema>;

/** Its schema, and one that exists. */
export const macro: Resource<Macro> = {
  schema: macroSchema,
  example: {
    id: 374718,
    external_id: null,
    name: "Where is my order?",
    intent: "shipping/status",
    language: "en",
    usage: 31,
    actions: [
      {
        name: "setResponseText",
        title: "Add response text",
        arguments: {
          body_text: "Hello! Your parcel is on its way.",
          body_html: "<div>Hello! Your parcel is on its way.</div>",
        },
      },
      { name: "addTags", title: "Add tags", arguments: { tags: "shipping" } },
    ],
    uri: "/api/macros/374718/",
    created_datetime: "2024-11-14T13:56:16.494726+00:00",
    updated_datetime: "2024-11-14T13:56:16.494726+00:00",
    archived_datetime: null,
  },
};

const macroOutcomeSchema = object(
  { id: integer },
  {
    status: anything,
    error: { description: "Why nothing was done about this macro; null or nothing: it was." },
  },
);

const macroOutcomesSchema = object({ data: listOf(macroOutcomeSchema) });

/** What became of each macro; nothing where Gorgias says nothing (docs/gorgias-api.md, "Macros"). */
export const macroOutcomes: Resource<Described<typeof macroOutcomesSchema>> = {
  schema: macroOutcomesSchema,
  example: {
    data: [
      { id: 374718, status: "success", error: null },
      { id: 374719, status: "error", error: "Macro not found." },
    ],
  },
};
