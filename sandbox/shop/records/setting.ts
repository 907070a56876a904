import type { Micros } from "../../clock";

/** Something that the account is set to; there is one of each type. */
export interface Setting {
  id: number;
  type: string;
  name: string | null;
  data: unknown;
  created_datetime: Micros;
  updated_datetime: Micros;
}
