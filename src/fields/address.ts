import { isObject, type JsonObject } from "../client/json";
import { trimmed, visible } from "../client/trimmed";
import { type Field, type FieldOptions, field, isBlank } from "./field";
import { unexpected } from "./inputError";
import { toJson } from "./json";
import { listDisplay } from "./list";
import { emailIn, toText } from "./text";

/**
 * Somebody's address on a channel: an e-mail address, a phone number or whatever else the channel
 * has (docs/gorgias-api.md, "Writes").
 */
export type Address = JsonObject & { readonly address: string };

/** What an address input says about itself. */
interface AddressOptions extends FieldOptions {
  /** The part of a message's `source` that is taken where a whole one is handed over. */
  readonly part: "from" | "to" | "cc" | "bcc";
}

/**
 * Addresses: a list, or one text with commas, semicolons or line breaks between them. One can have a
 * name: `Jo Martin <jo@example.com>`. What earlier steps answered is taken as it is: addresses with
 * their names, customers and agents with their e-mail address, and the whole source of a message.
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

function toAddresses(value: unknown, name: string, part: AddressOptions["part"]): Address[] {
  const inJson = (json: unknown): Address[] => {
    if (isBlank(json)) {
      return [];
    }
    if (Array.isArray(json)) {
      return json.flatMap(inJson);
    }
    return isObject(json) ? inObject(json) : toAddresses(toText(json, name), name, part);
  };
  const inObject = ({ address, email, name: called, ...others }: JsonObject): Address[] => {
    const given = isBlank(address) ? email : address;
    if (isBlank(given)) {
      const source: JsonObject = others;
      if (!("to" in source || "from" in source)) {
        throw unexpected(name, "an address", { ...others, address });
      }
      return inJson(source[part]);
    }
    return [
      {
        ...(!isBlank(address) && others),
        ...(!isBlank(called) && { name: toText(called, name) }),
        address: bare(toText(given, name)),
      },
    ];
  };
  return typeof value === "string" && !/^\s*[[{]/.test(value)
    ? inText(toText(value, name), name)
    : inJson(toJson(value, name));
}

/** What stands between separators; within quotes and angle brackets, there are none. */
const PART = /(?:"(?:[^"\\]|\\.)*"|<[^<>]*>|[^,;\r\n])+/g;

/** An address with a name in front of it. */
const WITH_NAME = /^([^<>]*)<([^<>]*)>$/;

function inText(text: string, name: string): Address[] {
  const parts = text.match(PART) ?? [];
  return parts
    .map(trimmed)
    .filter((one) => one !== "")
    .map((one) => {
      const [, called = "", given = one] = WITH_NAME.exec(one) ?? [];
      const address = bare(given);
      if (address === "" || /[<>"]/.test(address)) {
        throw unexpected(name, "an address", one);
      }
      const person = unquoted(trimmed(called));
      return { ...(person !== "" && { name: person }), address };
    });
}

/** An address without what nobody sees, and an e-mail address without `mailto:`. */
function bare(address: string): string {
  return emailIn(address) ?? visible(address);
}

function unquoted(name: string): string {
  const [, inner] = /^"(.*)"$/s.exec(name) ?? [];
  return inner === undefined ? name : inner.replace(/\\(.)/gs, "$1");
}
