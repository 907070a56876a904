import { searchFor } from "../inputs/dataSources";
import { job } from "../schemas/job";
import { widget } from "../schemas/widget";
import { definePickList } from "./definePickList";
import { jobLabel, namedLabel, viewLabel, widgetLabel } from "./labels";
import { newestFirst } from "./newestFirst";

/** Pick lists of what agents work with: views, macros, rules, jobs and widgets. */
export const workspace = {
  selectView: definePickList({
    label: "Select View",
    description: "Offers the account's views.",
    inputs: {},
    lists: () => [newestFirst("/views")],
    labelOf: viewLabel,
    example: { id: 900209, name: "Unassigned" },
  }),
  selectMacro: definePickList({
    label: "Select Macro",
    description: "Offers the account's macros, also those that are archived.",
    inputs: { search: searchFor("order") },
    lists: (filters) =>
      [false, true].map((archived) => newestFirst("/macros", { ...filters, archived })),
    labelOf: namedLabel,
    example: { id: 374718, name: "Where is my order?" },
  }),
  selectRule: definePickList({
    label: "Select Rule",
    description: "Offers the account's rules.",
    inputs: {},
    lists: () => [newestFirst("/rules")],
    labelOf: namedLabel,
    example: { id: 77, name: "Close spam" },
  }),
  selectJob: definePickList({
    label: "Select Job",
    description: "Offers the account's newest jobs.",
    inputs: {},
    lists: () => [newestFirst("/jobs")],
    labelOf: jobLabel,
    example: job.example,
  }),
  selectWidget: definePickList({
    label: "Select Widget",
    description: "Offers the account's widgets.",
    inputs: {},
    lists: () => [newestFirst("/widgets")],
    labelOf: widgetLabel,
    example: widget.example,
  }),
};
