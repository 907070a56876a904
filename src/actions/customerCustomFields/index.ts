import type { ActionGroup } from "../action";
import { deleteCustomerCustomFieldValue } from "./deleteCustomerCustomFieldValue";
import { listCustomerCustomFieldsValues } from "./listCustomerCustomFieldsValues";
import { updateCustomerCustomFieldValue } from "./updateCustomerCustomFieldValue";
import { updateCustomerCustomFieldValues } from "./updateCustomerCustomFieldValues";

/** Actions on the values that customers have in custom fields. */
export const customerCustomFields: ActionGroup = {
  title: "Customer custom fields",
  actions: {
    listCustomerCustomFieldsValues,
    updateCustomerCustomFieldValue,
    updateCustomerCustomFieldValues,
    deleteCustomerCustomFieldValue,
  },
};
