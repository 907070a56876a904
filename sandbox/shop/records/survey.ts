import type { Micros } from "../../clock";

/** A question to a customer how content they are, and the answer. */
export interface Survey {
  id: number;
  ticketId: number;
  customerId: number;
  score: number | null;
  body_text: string | null;
  meta: Record<string, unknown> | null;
  created_datetime: Micros;
  sent_datetime: Micros | null;
  scored_datetime: Micros | null;
  should_send_datetime: Micros | null;
}
