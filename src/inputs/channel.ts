import type { Field } from "../fields/field";
import { text } from "../fields/text";

/** The Channel input: any text, because accounts have channels of their own. */
export function channel(comments: string): Field<string | undefined> {
  return text({ label: "Channel", dataSource: "selectChannel", example: "email", comments });
}

/** The Via input. */
export function via(comments: string): Field<string | undefined> {
  return text({ label: "Via", example: "api", comments });
}
