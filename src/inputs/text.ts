import { isPathPart } from "../client/address";
import { type About, type Field, field, type Shown, unexpected } from "./field";

/** A text input's own rules. */
export interface TextRules extends About {
  /** The most characters that Gorgias takes. */
  readonly maxLength?: number;
  /** Several lines, as for the body of a message. */
  readonly long?: boolean;
}

/** Text, kept to the letter. A number is taken as its digits. */
export function text({ maxLength, long, ...about }: TextRules): Field<string | undefined> {
  const shown: Shown = long ? { ...about, type: "text" } : { ...about, type: "string" };
  const read = (value: unknown, label: string) => {
    const given = toText(value, label);
    if (maxLength !== undefined && given.length > maxLength) {
      throw unexpected(label, `at most ${maxLength} characters`, given.length);
    }
    return given;
  };
  return field(shown, read, { type: "string", ...(maxLength && { maxLength }) });
}

/** Text that becomes one part of a request's path. */
export function pathPart(about: About): Field<string | undefined> {
  return field({ ...about, type: "string" }, (value, label) => {
    const given = toText(value, label).trim();
    if (!isPathPart(given)) {
      throw unexpected(label, "one part of an address, without slashes", value);
    }
    return given;
  });
}

/** An e-mail address; spaces around it are taken away. */
export function email(about: About): Field<string | undefined> {
  const read = (value: unknown, label: string) => {
    const given = toText(value, label).trim();
    if (!isEmail(given)) {
      throw unexpected(label, "an e-mail address", value);
    }
    return given;
  };
  return field({ example: "jo@example.com", ...about, type: "string" }, read, {
    type: "string",
    format: "email",
  });
}

/** The longest e-mail address that Gorgias takes (gorgias-api notes, "Writes"). */
const LONGEST_EMAIL = 320;

/** Tells an e-mail address from an id and from JSON. Whether it exists is for Gorgias to say. */
export function isEmail(value: string): boolean {
  return value.length <= LONGEST_EMAIL && /^[^\s@{}[\]"]+@[^\s@{}[\]"]+$/.test(value);
}

/** @throws InputError for what is neither text nor a number */
export function toText(value: unknown, label: string): string {
  if (typeof value === "string") {
    return value;
  }
  if ((typeof value === "number" && Number.isFinite(value)) || typeof value === "bigint") {
    return String(value);
  }
  throw unexpected(label, "text", value);
}
