import type { Micros } from "../../clock";

/** The account itself. */
export interface Account {
  domain: string;
  created_datetime: Micros;
}
