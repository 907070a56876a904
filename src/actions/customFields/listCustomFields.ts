import { yesNo } from "../../fields/choice";
import { required } from "../../fields/field";
import { text } from "../../fields/text";
import { fieldObjectType } from "../../inputs/fieldDefinitions";
import { customField, FIELD_ORDERS } from "../../schemas/customField";
import { list } from "../list";

export const listCustomFields = list({
  route: "GET /custom-fields",
  label: "List Custom Fields",
  description: "List the custom fields of tickets or of customers.",
  guidance:
    "Definitions, not values: for those, use {listTicketCustomFields} or {listCustomerCustomFieldsValues}.",
  filters: {
    object_type: required(fieldObjectType),
    search: text({
      label: "Search",
      example: "order",
      comments: "Only fields whose name contains this text, in capitals or not.",
    }),
    archived: yesNo({
      label: "Archived",
      comments: "Only archived fields (Yes) or only those in use (No).",
    }),
  },
  orders: FIELD_ORDERS,
  item: customField,
});
