import { widgetId } from "../../inputs/widgets";
import { widget } from "../../schemas/widget";
import { endpoint } from "../endpoint";

export const getWidget = endpoint({
  route: "GET /widgets/{id}",
  label: "Get Widget",
  description: "Retrieve a widget with its template.",
  guidance: "The template says what the widget shows, and where in the data it is.",
  inputs: { id: widgetId },
  returns: widget,
});
