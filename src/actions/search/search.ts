import { choice } from "../../fields/choice";
import { required } from "../../fields/field";
import { wholeNumber } from "../../fields/number";
import { text } from "../../fields/text";
import { found, foundIn, SEARCH_TYPES } from "../../schemas/search";
import { endpoint } from "../endpoint";

export const search = endpoint({
  route: "POST /search",
  readOnly: true,
  label: "Search",
  description: "Search for customers, agents, teams, tags and integrations by text.",
  guidance:
    "The first choice for finding somebody by a part of a name or address. For exact filters and pages, use {listCustomers}. Returns { data }, the best matches first.",
  inputs: {
    type: required(
      choice(SEARCH_TYPES, {
        label: "Type",
        comments:
          "What to search for. customer looks at names and e-mails; customer_profile at phone numbers and other addresses too.",
      }),
    ),
    query: text({ label: "Query", example: "jo martin", comments: "What to look for." }),
    size: wholeNumber({
      label: "Size",
      min: 1,
      max: 50,
      example: "10",
      comments: "How many results to return, 1 to 50. Left blank, Gorgias returns 10.",
    }),
  },
  returns: found,
  answer: (raw) => ({ data: foundIn(raw), raw }),
});
