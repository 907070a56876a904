import type { Micros } from "../../clock";

/** The values of `intent` (`docs/gorgias-api.md`, "Macros"). */
export const INTENTS = [
  "discount/request",
  "exchange/request",
  "exchange/status",
  "feedback",
  "order/damaged",
  "order/cancel",
  "order/change",
  "order/wrong",
  "other/no_reply",
  "other/question",
  "other/thanks",
  "product/recommendation",
  "product/question",
  "refund/request",
  "refund/status",
  "return/request",
  "return/status",
  "shipping/change",
  "shipping/delivery-issue",
  "shipping/policy",
  "shipping/status",
  "stock/request",
  "subscription/cancel",
  "subscription/change",
] as const;

/** One thing that a macro does to a ticket. */
export interface MacroAction {
  name: string;
  title: string;
  arguments: Record<string, unknown>;
  description?: string | null;
  type?: "user" | "system";
}

/** A prepared answer, and what else agents do with it at one click. */
export interface Macro {
  id: number;
  external_id: string | null;
  name: string;
  intent: (typeof INTENTS)[number] | null;
  language: string | null;
  /** How often it was used. */
  usage: number;
  actions: MacroAction[];
  created_datetime: Micros;
  /** Null until it is changed for the first time. */
  updated_datetime: Micros | null;
  archived_datetime: Micros | null;
}
