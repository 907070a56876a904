import type { Toolset } from "../toolset";
import { tools } from "./customers";

/** Every toolset, in the order in which they are told of. */
export const toolsets: readonly Toolset[] = [
  {
    name: "customers",
    path: "/gorgias-customers",
    title: "Gorgias customers",
    instructions:
      "Customers of a Gorgias helpdesk, their custom fields, files, events and statistics. Find people with gorgias_customers_search, then work on them by id. What is deleted or merged cannot be brought back.",
    tools,
  },
];
