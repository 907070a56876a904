import * as z from "zod/mini";
import { isObject } from "../client/json";
import { choice } from "../fields/choice";
import { datetime } from "../fields/datetime";
import { clearable, required } from "../fields/field";
import { json } from "../fields/json";
import { id, wholeNumber } from "../fields/number";
import { text } from "../fields/text";
import { WIDGET_CONTEXTS, WIDGET_TYPES } from "../schemas/widget";
import { additionalFields } from "./common";

/** The widget to read, change or delete. */
export const widgetId = required(
  id({
    label: "Widget ID",
    dataSource: "selectWidget",
    example: "2071",
    comments: "The ID of the widget.",
  }),
);

/** What a widget shows (docs/gorgias-api.md, "Widgets"). */
const widgetTemplate = () =>
  z.looseObject({
    type: z.literal("wrapper"),
    widgets: z.array(
      z.looseObject({
        path: z.nullish(z.string()),
        type: z.string(),
        title: z.nullish(z.string()),
        widgets: z.nullish(z.array(z.unknown())),
      }),
    ),
  });

/** A template always is a wrapper: of what it wraps alone, it is made. */
function toTemplate(parsed: unknown): unknown {
  if (Array.isArray(parsed)) {
    return parsed.length === 0 ? parsed : { type: "wrapper", widgets: parsed };
  }
  return isObject(parsed) && parsed.type === undefined && Array.isArray(parsed.widgets)
    ? { type: "wrapper", ...parsed }
    : parsed;
}

const type = choice(WIDGET_TYPES, {
  label: "Type",
  example: "http",
  comments: "Where the data comes from that the widget shows.",
});

const template = json(
  widgetTemplate,
  {
    label: "Template",
    example:
      '{ "type": "wrapper", "widgets": [{ "path": "order", "type": "card", "title": "Order", "widgets": [{ "path": "number", "type": "text", "title": "Number" }] }] }',
    comments:
      "What the widget shows, as JSON: a wrapper with a list of widgets, each with path (where in the data), type and title. The list alone works too.",
  },
  toTemplate,
);

const settings = {
  context: choice(WIDGET_CONTEXTS, {
    label: "Context",
    comments: "Where the widget is shown: beside a ticket or a customer. user is deprecated.",
  }),
  integration_id: clearable(
    wholeNumber({
      label: "Integration ID",
      dataSource: "selectIntegration",
      example: "116873",
      comments: "The integration whose data the widget shows.",
    }),
  ),
  app_id: clearable(
    text({
      label: "App ID",
      example: "66e2c6f3a1",
      comments: "The app whose data the widget shows.",
    }),
  ),
  order: wholeNumber({
    label: "Order",
    example: "0",
    comments: "The widget's place among the others, from 0.",
  }),
  deactivated_datetime: clearable(
    datetime({
      label: "Deactivated Datetime",
      comments:
        "When the widget was switched off. To switch it on again, use null in Additional Fields.",
    }),
  ),
};

/** What can be set on a new widget. */
export const newWidgetFields = {
  type: required(type),
  template: required(template),
  ...settings,
  additionalFields: additionalFields('{ "template": { "type": "wrapper", "widgets": [] } }'),
};

/** What can be changed on a widget. */
export const changedWidgetFields = {
  type,
  template,
  ...settings,
  additionalFields: additionalFields('{ "deactivated_datetime": null }'),
};

/** What a list of widgets can be filtered by. */
export const widgetFilters = {
  integration_id: id({
    label: "Integration ID",
    dataSource: "selectIntegration",
    example: "116873",
    comments: "Only widgets that show data of the integration with this ID.",
  }),
  app_id: text({
    label: "App ID",
    example: "66e2c6f3a1",
    comments: "Only widgets that show data of the app with this ID.",
  }),
};
