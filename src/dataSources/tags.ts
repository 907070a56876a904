import { searchFor } from "../inputs/dataSources";
import { definePickList } from "./definePickList";
import { ITS_NAME } from "./keys";
import { namedLabel } from "./labels";
import { newestFirst } from "./newestFirst";

/** Pick lists of tags: inputs take them by their names or by their IDs. */
export const tags = {
  selectTag: definePickList({
    label: "Select Tag",
    description: "Offers the account's tags and hands over a tag's name, as Tags takes it.",
    inputs: { search: searchFor("ship") },
    lists: (filters) => [newestFirst("/tags", filters)],
    key: ITS_NAME,
    labelOf: namedLabel,
    example: { id: 1151716, name: "shipping" },
  }),
  selectTagId: definePickList({
    label: "Select Tag ID",
    description: "Offers the account's tags and hands over a tag's ID, as Tag ID takes it.",
    inputs: { search: searchFor("ship") },
    lists: (filters) => [newestFirst("/tags", filters)],
    labelOf: namedLabel,
    example: { id: 1151716, name: "shipping" },
  }),
};
