import { isPathPart } from "../client/address";
import { trimmed, visible } from "../client/trimmed";
import { isBeyondKept } from "./digits";
import { type Display, type Field, type FieldOptions, field } from "./field";
import { refusal, unexpected } from "./inputError";

/** A text input's own rules. */
export interface TextRules extends FieldOptions {
  /** The most characters that Gorgias takes. */
  readonly maxLength?: number;
  /** Several lines, as for the body of a message. */
  readonly long?: boolean;
  /** A phone number, an e-mail address and the like: what nobody sees in it or around it is taken away. */
  readonly isAddress?: boolean;
}

/** Text, kept to the letter. A number is taken as its digits. An emoji counts as one character. */
export function text({
  maxLength,
  long,
  isAddress,
  ...options
}: TextRules): Field<string | undefined> {
  const display: Display = long ? { ...options, type: "text" } : { ...options, type: "string" };
  const read = (value: unknown, name: string) => {
    const typed = toText(value, name);
    const given = isAddress ? visible(typed) : typed;
    if (maxLength !== undefined && isLonger(given, maxLength)) {
      throw unexpected(name, `at most ${maxLength} characters`, lengthOf(given));
    }
    return given;
  };
  return field(display, read, { type: "string", ...(maxLength && { maxLength }) });
}

/** Text that becomes one part of a request's path. */
export function pathPart(options: FieldOptions): Field<string | undefined> {
  return field({ ...options, type: "string" }, (value, name) => {
    const given = trimmed(toText(value, name));
    if (!isPathPart(given)) {
      throw unexpected(name, "one part of an address, without slashes", value);
    }
    return given;
  });
}

/** An e-mail address. */
export function email(options: FieldOptions): Field<string | undefined> {
  return field({ example: "jo@example.com", ...options, type: "string" }, toEmail, {
    type: "string",
    format: "email",
  });
}

/** What an e-mail address is called in errors. */
export const EMAIL = "an e-mail address";

/** What an address of any kind is called that was copied with more than one sees. */
export const TIDY = "an address without invisible characters";

/** The longest e-mail address that Gorgias takes (docs/gorgias-api.md, "Writes"). */
const LONGEST_EMAIL = 320;

/** One address alone: signs that stand between addresses and names, or in links, are not in it. */
const ONE_EMAIL = /^[^\s@{}[\]"<>(),;:\\]+@[^\s@{}[\]"<>(),;:\\?&/]+$/;

/**
 * The e-mail address that a text is, without what nobody sees, `mailto:` and `<…>` around it.
 *
 * @returns undefined for any other text. Whether the address exists is for Gorgias to say
 */
export function emailIn(text: string): string | undefined {
  const bare = visible(text)
    .replace(/^<(.*)>$/, "$1")
    .replace(/^mailto:/i, "");
  return !isLonger(bare, LONGEST_EMAIL) && ONE_EMAIL.test(bare) ? bare : undefined;
}

/** @throws InputError for anything but an e-mail address */
export function toEmail(value: unknown, name: string): string {
  const address = emailIn(toText(value, name));
  if (address === undefined) {
    throw unexpected(name, EMAIL, value);
  }
  return address;
}

/**
 * Text without a byte order mark in front.
 *
 * @throws InputError for what is neither text nor a number that keeps its digits, and for text that
 *   could not be sent as it is
 */
export function toText(value: unknown, name: string): string {
  if (typeof value === "string") {
    return wholeText(value.replace(/^\ufeff/, ""), name);
  }
  if (typeof value === "bigint" || (typeof value === "number" && isPlainNumber(value))) {
    return String(value);
  }
  throw unexpected(name, "text", value);
}

/** Whether a number is written with the digits that somebody meant: not as `1e-7`. */
function isPlainNumber(value: number): boolean {
  return !isBeyondKept(value) && /^-?[\d.]+$/.test(String(value));
}

/** Whether a text can be sent as it is: no half of a character in it, and no NUL. */
export function isWhole(text: string): boolean {
  return !text.includes("\0") && !HALF.test(text);
}

/**
 * Text, kept to the letter.
 *
 * @throws InputError that says which character could not be sent
 */
export function wholeText(text: string, name: string): string {
  if (isWhole(text)) {
    return text;
  }
  const nul = text.indexOf("\0");
  const place = lengthOf(text.slice(0, nul === -1 ? text.search(HALF) : nul)) + 1;
  throw refusal(
    name,
    nul === -1
      ? `a character is cut in half at position ${place}.`
      : `expected text without NUL characters, got one at position ${place}.`,
  );
}

/** Half of a character beyond the first 65,536, such as an emoji, where a text was cut. */
const HALF = /\p{Cs}/u;

function isLonger(text: string, most: number): boolean {
  return text.length > most && lengthOf(text) > most;
}

/** How many characters a text has; an emoji is one. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) {
    length += 1;
  }
  return length;
}
