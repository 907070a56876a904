import { additionalFields } from "../../inputs/common";
import { customerFields } from "../../inputs/customers";
import { customer } from "../../schemas/customer";
import { defineAction } from "../defineAction";

export const createCustomer = defineAction({
  key: "createCustomer",
  label: "Create Customer",
  description: "Create a customer.",
  readOnly: false,
  inputs: { ...customerFields, additionalFields },
  returns: customer,
  perform: (gorgias, { additionalFields, ...fields }) =>
    gorgias.post("/customers", { ...fields, ...additionalFields }),
});
