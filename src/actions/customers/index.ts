import type { ActionGroup } from "../action";
import { createCustomer } from "./createCustomer";
import { deleteCustomer } from "./deleteCustomer";
import { deleteCustomers } from "./deleteCustomers";
import { findOrCreateCustomer } from "./findOrCreateCustomer";
import { getCustomer } from "./getCustomer";
import { listCustomers } from "./listCustomers";
import { mergeCustomers } from "./mergeCustomers";
import { updateCustomer } from "./updateCustomer";
import { updateCustomerData } from "./updateCustomerData";

/** Actions on customers. */
export const customers: ActionGroup = {
  title: "Customers",
  actions: {
    listCustomers,
    getCustomer,
    findOrCreateCustomer,
    createCustomer,
    updateCustomer,
    deleteCustomer,
    updateCustomerData,
    deleteCustomers,
    mergeCustomers,
  },
};
