import type { Micros } from "../../clock";

/** Values of custom fields by the ids of their definitions. */
export type FieldValues = Record<number, unknown>;

/** The values of `object_type` (`docs/gorgias-api.md`, "Objects and their values"). */
export const FIELD_OWNERS = ["Ticket", "Customer"] as const;

/**
 * The managed types that Gorgias fills in itself: leaving one out of a list of values counts as
 * deleting it, which is refused (`docs/gorgias-api.md`, "Custom fields").
 */
const FILLED_IN = [
  "ai_intent",
  "ai_outcome",
  "ai_sales",
  "ai_discount",
  "ai_journey",
  "managed_sentiment",
  "call_status",
] as const;

/** The values of `managed_type` (`docs/gorgias-api.md`, "Objects and their values"). */
export const MANAGED_TYPES = [
  "contact_reason",
  "product",
  "resolution",
  ...FILLED_IN,
  "customer_type",
] as const;

/** Whether Gorgias fills in the values of a field itself. */
export function isFilledIn({ managed_type }: CustomField): boolean {
  return FILLED_IN.some((type) => type === managed_type);
}

/** What values a custom field takes (`docs/gorgias-api.md`, "Writes"). */
export interface FieldDefinition {
  data_type: "text" | "number" | "boolean";
  input_settings: {
    input_type: "input" | "dropdown" | "input_number";
    choices?: unknown[];
    default?: unknown;
    placeholder?: string | null;
    /** Text in some definitions, whatever was sent. */
    min?: number | string | null;
    max?: number | string | null;
  };
}

/** A field that the account has added to its tickets or customers. */
export interface CustomField {
  id: number;
  object_type: (typeof FIELD_OWNERS)[number];
  label: string;
  description: string | null;
  external_id: string | null;
  priority: number;
  required: boolean;
  managed_type: (typeof MANAGED_TYPES)[number] | null;
  definition: FieldDefinition;
  created_datetime: Micros;
  updated_datetime: Micros;
  deactivated_datetime: Micros | null;
}
