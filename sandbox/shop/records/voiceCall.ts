import type { Micros } from "../../clock";

/** A phone call (`docs/gorgias-api.md`, "Voice calls"). */
export interface VoiceCall {
  id: number;
  ticketId: number;
  customerId: number | null;
  direction: "inbound" | "outbound";
  status: "completed" | "missed" | "no-answer";
  /** The customer's number. */
  number: string;
  /** Seconds. */
  duration: number | null;
  /** Who spoke to the customer. */
  agentId: number | null;
  has_voicemail: boolean;
  created_datetime: Micros;
  started_datetime: Micros | null;
  updated_datetime: Micros;
}

/** Something that happened during a call. */
export interface VoiceCallEvent {
  id: number;
  callId: number;
  type: string;
  userId: number | null;
  customerId: number | null;
  created_datetime: Micros;
}

/** What was said during a call, or instead of one. */
export interface VoiceCallRecording {
  id: number;
  callId: number;
  type: "call-recording" | "voicemail";
  /** Seconds. */
  duration: number;
  created_datetime: Micros;
  deleted_datetime: Micros | null;
  deletedBy: number | null;
}
