import { tagFilters } from "../../inputs/tags";
import { TAG_ORDERS, tag } from "../../schemas/tag";
import { list } from "../list";

export const listTags = list({
  route: "GET /tags",
  label: "List Tags",
  description: "List the tags of the account.",
  guidance:
    "usage says how many tickets carry a tag. For the tags of one ticket, use {listTicketTags}.",
  filters: tagFilters,
  orders: TAG_ORDERS,
  item: tag,
});
