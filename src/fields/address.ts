import { isObject, type JsonObject } from "../client/json";
import { trimmed, visible } from "../client/trimmed";
import { bytesOf } from "./bytes";
import { type Field, type FieldOptions, field, isBlank } from "./field";
import { unexpected } from "./inputError";
import { toJson, toObject } from "./json";
import { listDisplay, readEach } from "./list";
import { hasFields } from "./plain";
import { emailIn, toText } from "./text";

/**
 * Somebody's address on a channel: an e-mail address, a phone number or whatever else the channel
 * has (docs/gorgias-api.md, "Writes").
 */
export interface Address {
  readonly name?: string;
  readonly address: string;
}

/** What an address input says about itself. */
interface AddressOptions extends FieldOptions {
  /** The part of a message's `source` that is taken where a whole one is handed over. */
  readonly part: Part;
}

type Part = "from" | "to" | "cc" | "bcc";

/**
 * Addresses: a list, or one text with commas, semicolons or line breaks between them. One can have a
 * name: `Jo Martin <jo@example.com>`. What earlier steps answered is taken as it is: addresses with
 * their names, customers and agents with their e-mail address, a customer's channels, and the whole
 * source of a message.
 */
export function addresses({ part, ...options }: AddressOptions): Field<Address[] | undefined> {
  return field(listDisplay(options), (value, name) => toAddresses(value, name, part), {
    type: "array",
    items: { type: "string" },
  });
}

/** One address: the same. */
export function address({ part, ...options }: AddressOptions): Field<Address | undefined> {
  return field({ ...options, type: "string" }, (value, name) => {
    const [only, ...others] = toAddresses(value, name, part);
    if (others.length > 0) {
      throw unexpected(name, "one address", value);
    }
    return only;
  });
}

/** @throws InputError with all that cannot be used */
function toAddresses(value: unknown, name: string, part: Part): Address[] {
  if (isBlank(value)) {
    return [];
  }
  if (Array.isArray(value)) {
    return readEach(value, (one) => toAddresses(one, name, part)).flat();
  }
  if (typeof value === "object") {
    if (bytesOf(value) || !hasFields(value)) {
      throw unexpected(name, "an address", value);
    }
    return inObject(toObject(value, name), name, part);
  }
  const text = toText(value, name);
  return isJson(text) ? toAddresses(toJson(text, name), name, part) : inText(text, name);
}

/** Tells a list or an object from a name in brackets: `[Acme] Support <support@example.com>`. */
function isJson(text: string): boolean {
  const bare = trimmed(text);
  return /^[[{]/.test(bare) && /[\]}]$/.test(bare);
}

/** What a message's source has (docs/gorgias-api.md, "Writes"). */
const OF_SOURCES = ["type", "from", "to", "cc", "bcc", "extra"];

/** What earlier steps answered; what was deleted, and what says nothing, is as good as blank. */
function inObject(given: JsonObject, name: string, part: Part): Address[] {
  const { address, email, name: called, data, deleted_datetime } = given;
  if (Array.isArray(data)) {
    return toAddresses(data, name, part);
  }
  if (!isBlank(deleted_datetime) || Object.values(given).every(isBlank)) {
    return [];
  }
  const there = isBlank(address) ? email : address;
  if (!isBlank(there)) {
    const person = isBlank(called) ? {} : { name: onOneLine(toText(called, name)) };
    return [{ ...person, address: bare(toText(there, name)) }];
  }
  const keys = Object.keys(given);
  if ("to" in given || "from" in given || keys.every((key) => OF_SOURCES.includes(key))) {
    // Answers have a name alone, or nothing at all, where there is no address.
    return toAddresses([given[part]].flat().filter(hasAddress), name, part);
  }
  throw unexpected(name, "an address", given);
}

function hasAddress(one: unknown): boolean {
  return !isObject(one) || !isBlank(one.address);
}

/** A text in quotes; one that is not closed goes on to the end. It never looks at a sign twice. */
const QUOTED = '"(?:[^"\\\\]|\\\\.?)*(?:"|$)';

/** What stands between line breaks and semicolons; within quotes and angle brackets, there are none. */
const LINE = new RegExp(`(?:${QUOTED}|<[^<>]*>|[^;\\r\\n])+`, "gs");

/** What stands between commas. */
const PIECE = new RegExp(`(?:${QUOTED}|<[^<>]*>|[^,])+`, "gs");

/** An address with a name in front of it. */
const WITH_NAME = /^([^<>]*)<([^<>]*)>$/;

function inText(text: string, name: string): Address[] {
  return readEach(text.match(LINE) ?? [], (line) => inLine(line, name)).flat();
}

/** @throws InputError also where a comma may stand in a name as well as between two addresses */
function inLine(line: string, name: string): Address[] {
  const pieces = (line.match(PIECE) ?? []).map(trimmed).filter((one) => one !== "");
  const isTorn = pieces.some(
    (one, index) => WITH_NAME.test(pieces[index + 1] ?? "") && !isWhole(one),
  );
  if (!isTorn) {
    return readEach(pieces, (one) => inPiece(one, name));
  }
  const mayBeAddress = /[<>"@\d_]/;
  if (
    pieces.slice(0, -1).some((one) => mayBeAddress.test(one)) ||
    /^<|[^>]$/.test(pieces.at(-1) ?? "")
  ) {
    throw unexpected(name, "quotes around a name that has a comma in it", trimmed(line));
  }
  return [inPiece(pieces.join(", "), name)];
}

/** Whether a piece is surely an address, and not the beginning of a name. */
function isWhole(piece: string): boolean {
  return WITH_NAME.test(piece) || emailIn(piece) !== undefined || /^\+?[\d ().-]+$/.test(piece);
}

function inPiece(one: string, name: string): Address {
  const [, called = "", given = one] = WITH_NAME.exec(one) ?? [];
  const address = bare(given);
  if (address === "" || /[<>"[\]{}\r\n]/.test(address)) {
    throw unexpected(name, "an address", one);
  }
  if (called.replace(/\\./gs, "").split('"').length % 2 === 0) {
    throw unexpected(name, "a closing quote in the name", one);
  }
  const person = onOneLine(unquoted(trimmed(called)));
  return { ...(person !== "" && { name: person }), address };
}

/** An address without what nobody sees, and an e-mail address without `mailto:`. */
function bare(address: string): string {
  return emailIn(address) ?? visible(address);
}

/** A name has no line breaks. */
function onOneLine(name: string): string {
  return trimmed(name.replace(/\s+/g, (gap) => (/[\r\n]/.test(gap) ? " " : gap)));
}

function unquoted(name: string): string {
  const [, inner] = /^"(.*)"$/s.exec(name) ?? [];
  return inner === undefined ? name : inner.replace(/\\(.)/gs, "$1");
}
