import { pathOf } from "../../client/address";
import { changedWidgetFields, widgetId } from "../../inputs/widgets";
import { widget } from "../../schemas/widget";
import { endpoint } from "../endpoint";
import { type Writable, wholeObject } from "../wholeObject";

export const updateWidget = endpoint({
  route: "PUT /widgets/{id}",
  label: "Update Widget",
  description:
    "Update a widget. What is left blank stays as it is: the widget is read first, because Gorgias replaces all of it. What somebody else changes between the two is lost. Template, when given, replaces the whole template.",
  guidance: "Returns the widget as it is afterwards.",
  inputs: { id: widgetId, ...changedWidgetFields },
  returns: widget,
  readsUnchanged: true,
  body: (given, { id }, gorgias) =>
    wholeObject(gorgias, pathOf("/widgets/{id}", { id }), WRITABLE, given),
});

/** docs/gorgias-api.md, "Widgets" */
const WRITABLE: Writable = {
  neverNull: ["type", "template", "context", "order"],
  fields: ["integration_id", "app_id", "deactivated_datetime"],
};
