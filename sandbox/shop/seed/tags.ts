import type { Micros } from "../../clock";
import type { Tag } from "../records/tag";

/** Names and colours. */
const TAGS = [
  ["shipping", "#2d7ff9"],
  ["return", "#f97316"],
  ["damaged", "#dc2626"],
  ["pre-sale", "#16a34a"],
  ["order-change", "#0891b2"],
  ["cancel", "#7c3aed"],
  ["discount", "#ca8a04"],
  ["vip", "#eab308"],
  ["urgent", "#b91c1c"],
  ["wholesale", null],
  ["refund", "#0d9488"],
  ["exchange", "#65a30d"],
  ["late-delivery", "#ea580c"],
  ["lost-parcel", "#be123c"],
  ["out-of-stock", "#6b7280"],
  ["gift-card", "#db2777"],
  ["subscription", "#4f46e5"],
  ["newsletter", null],
  ["influencer", "#9333ea"],
  ["press", null],
  ["feedback-positive", "#15803d"],
  ["feedback-negative", "#991b1b"],
  ["follow-up", "#0369a1"],
  ["escalated", "#7f1d1d"],
  ["holiday-2024", null],
  ["order-status", "#0693e3"],
] as const;

/** The tags that the account began with. */
export function tags(opened: Micros): Tag[] {
  return TAGS.map(([name, color], index) => ({
    id: 1_151_716 + index,
    name,
    description: null,
    color,
    created_datetime: opened + 7_200_000_417 + index * 1_000_003,
  }));
}
