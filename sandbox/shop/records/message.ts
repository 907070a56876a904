import type { Micros } from "../../clock";

/** Somebody who wrote or received a message. */
export type Party = { kind: "user" | "customer"; id: number };

/** One message of a ticket. */
export interface Message {
  id: number;
  ticketId: number;
  channel: string;
  via: string;
  from_agent: boolean;
  public: boolean;
  subject: string | null;
  body_text: string | null;
  body_html: string | null;
  stripped_text: string | null;
  stripped_html: string | null;
  stripped_signature: string | null;
  sender: Party | null;
  receiver: Party | null;
  /** Null in the history that the account begins with: it follows from who wrote to whom. */
  source: Record<string, unknown> | null;
  attachments: Record<string, unknown>[] | null;
  external_id: string | null;
  message_id: string | null;
  integration_id: number | null;
  rule_id: number | null;
  mention_ids: number[] | null;
  headers: Record<string, unknown> | null;
  macros: Record<string, unknown>[] | null;
  meta: Record<string, unknown> | null;
  last_sending_error: Record<string, unknown> | null;
  created_datetime: Micros;
  sent_datetime: Micros | null;
  failed_datetime: Micros | null;
  opened_datetime: Micros | null;
  deleted_datetime: Micros | null;
}
