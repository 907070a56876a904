import { choice } from "../../inputs/choice";
import { required } from "../../inputs/field";
import { wholeNumber } from "../../inputs/number";
import { text } from "../../inputs/text";
import { found, foundIn, SEARCH_TYPES } from "../../schemas/search";
import { defineAction } from "../defineAction";

export const search = defineAction({
  key: "search",
  label: "Search",
  description: "Search for customers, agents, teams, tags and integrations by text.",
  readOnly: true,
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
      comments: "How many results to answer, 1 to 50. Left blank, Gorgias answers 10.",
    }),
  },
  returns: found,
  async perform(gorgias, query) {
    const raw = await gorgias.post<unknown>("/search", query);
    return { data: foundIn(raw), raw };
  },
});
