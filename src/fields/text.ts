import { isPathPart } from "../client/address";
import { type Display, type Field, type FieldOptions, field } from "./field";
import { unexpected } from "./inputError";

/** A text input's own rules. */
export interface TextRules extends FieldOptions {
  /** The most characters that Gorgias takes. */
  readonly maxLength?: number;
  /** Several lines, as for the body of a message. */
  readonly long?: boolean;
}

/** Text, kept to the letter. A number is taken as its digits. */
export function text({ maxLength, long, ...options }: TextRules): Field<string | undefined> {
  const display: Display = long ? { ...options, type: "text" } : { ...options, type: "string" };
  const read = (value: unknown, name: string) => {
    const given = toText(value, name);
    if (maxLength !== undefined && given.length > maxLength) {
      throw unexpected(name, `at most ${maxLength} characters`, given.length);
    }
    return given;
  };
  return field(display, read, { type: "string", ...(maxLength && { maxLength }) });
}

/** Text that becomes one part of a request's path. */
export function pathPart(options: FieldOptions): Field<string | undefined> {
  return field({ ...options, type: "string" }, (value, name) => {
    const given = toText(value, name).trim();
    if (!isPathPart(given)) {
      throw unexpected(name, "one part of an address, without slashes", value);
    }
    return given;
  });
}

/** An e-mail address; spaces around it are taken away. */
export function email(options: FieldOptions): Field<string | undefined> {
  const read = (value: unknown, name: string) => {
    const given = toText(value, name).trim();
    if (!isEmail(given)) {
      throw unexpected(name, "an e-mail address", value);
    }
    return given;
  };
  return field({ example: "jo@example.com", ...options, type: "string" }, read, {
    type: "string",
    format: "email",
  });
}

/** The longest e-mail address that Gorgias takes (docs/gorgias-api.md, "Writes"). */
const LONGEST_EMAIL = 320;

/** Tells an e-mail address from an id and from JSON. Whether it exists is for Gorgias to say. */
export function isEmail(value: string): boolean {
  return value.length <= LONGEST_EMAIL && /^[^\s@{}[\]"]+@[^\s@{}[\]"]+$/.test(value);
}

/** @throws InputError for what is neither text nor a number */
export function toText(value: unknown, name: string): string {
  if (typeof value === "string") {
    return value;
  }
  if ((typeof value === "number" && Number.isFinite(value)) || typeof value === "bigint") {
    return String(value);
  }
  throw unexpected(name, "text", value);
}
