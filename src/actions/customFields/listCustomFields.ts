import { yesNo } from "../../inputs/choice";
import { required } from "../../inputs/field";
import { fieldObjectType } from "../../inputs/fieldDefinitions";
import { text } from "../../inputs/text";
import { customField, FIELD_ORDERS } from "../../schemas/customField";
import { defineListAction } from "../defineListAction";

export const listCustomFields = defineListAction({
  key: "listCustomFields",
  label: "List Custom Fields",
  description: "List the custom fields of tickets or of customers.",
  path: "/custom-fields",
  filters: {
    object_type: required(fieldObjectType),
    search: text({
      label: "Search",
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
