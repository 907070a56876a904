import type { Micros } from "../../clock";

/** A label that tickets carry. */
export interface Tag {
  id: number;
  name: string;
  description: string | null;
  color: string | null;
  created_datetime: Micros;
}
