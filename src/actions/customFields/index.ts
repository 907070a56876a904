import type { ActionGroup } from "../action";
import { createCustomField } from "./createCustomField";
import { getCustomField } from "./getCustomField";
import { listCustomFields } from "./listCustomFields";
import { updateCustomField } from "./updateCustomField";
import { updateCustomFields } from "./updateCustomFields";

/** Actions on the definitions of custom fields. */
export const customFields: ActionGroup = {
  title: "Custom fields",
  actions: {
    listCustomFields,
    getCustomField,
    createCustomField,
    updateCustomField,
    updateCustomFields,
  },
};
