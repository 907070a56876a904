import { yesNo } from "../../fields/choice";
import { datetime } from "../../fields/datetime";
import type { Field } from "../../fields/field";
import { json } from "../../fields/json";
import { id } from "../../fields/number";
import { text } from "../../fields/text";
import { freeForm } from "../../inputs/shapes";
import type { Difference } from "./tool";

const readOnly = "Read-only in Gorgias: it may refuse the request.";

const object = (label: string, comments: string) => json(freeForm, { label, comments });

/**
 * What the list of tools has of a merged customer and Gorgias' reference has not: Gorgias may
 * refuse or ignore it (docs/gorgias-api.md, "Writes").
 */
const FIELDS = {
  active: yesNo({ label: "Active", comments: `Whether the customer is active. ${readOnly}` }),
  created_datetime: datetime({
    label: "Created Datetime",
    comments: "When the customer was created.",
  }),
  custom_fields: object("Custom Fields", "Values of custom fields, by the field's id."),
  customer: object("Customer", "The customer. Gorgias may refuse it."),
  data: object("Data", "Deprecated by Gorgias: information of your own."),
  ecommerce_data: object("E-commerce Data", "What shops know of the customer."),
  firstname: text({ label: "First Name", comments: `Taken from the name. ${readOnly}` }),
  id: id({ label: "ID", comments: "The customer's ID. source_id and target_id are what counts." }),
  integrations: object("Integrations", "What integrations know of the customer."),
  lastname: text({ label: "Last Name", comments: `Taken from the name. ${readOnly}` }),
  updated_datetime: datetime({
    label: "Updated Datetime",
    comments: "When the customer was last updated.",
  }),
} satisfies Readonly<Record<string, Field<unknown>>>;

/** One of those fields as an argument. */
export function further(name: keyof typeof FIELDS): Difference {
  return { name, further: FIELDS[name] };
}
