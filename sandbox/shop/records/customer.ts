import type { Micros } from "../../clock";
import type { FieldValues } from "./customField";

/** A way to reach a customer. */
export interface Channel {
  id: number;
  type: string;
  address: string;
  preferred: boolean;
  created_datetime: Micros;
  updated_datetime: Micros;
}

/** An order in the shop's own system, that its integration adds to a customer. */
export interface Order {
  number: number;
  total: number;
  created_datetime: Micros;
}

/** Somebody who writes to the shop. */
export interface Customer {
  id: number;
  name: string | null;
  firstname: string;
  lastname: string;
  email: string | null;
  external_id: string | null;
  language: string | null;
  timezone: string | null;
  note: string | null;
  meta: Record<string, unknown> | null;
  data: unknown;
  dataVersion: Micros | null;
  channels: Channel[];
  orders: Order[];
  custom_fields: FieldValues;
  created_datetime: Micros;
  updated_datetime: Micros;
}
