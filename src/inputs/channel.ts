import { meantBy } from "../fields/choice";
import type { Field } from "../fields/field";
import { text } from "../fields/text";
import { CHANNELS } from "../schemas/message";

/**
 * The Channel input: any text, because accounts have channels of their own. Gorgias' own are known
 * however they are written.
 */
export function channel(comments: string): Field<string | undefined> {
  const dataSource = "selectChannel";
  const { read, ...field } = text({ label: "Channel", dataSource, example: "email", comments });
  return {
    ...field,
    read(value, name) {
      const given = read(value, name);
      return given && (meantBy(given, CHANNELS) ?? given);
    },
  };
}

/** The Via input. */
export function via(comments: string): Field<string | undefined> {
  return text({ label: "Via", example: "api", comments });
}
