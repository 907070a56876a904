import { decodedPart, isPathPart } from "../client/address";
import { trimmed } from "../client/trimmed";
import { choice } from "../fields/choice";
import { type Field, field, told } from "../fields/field";
import { file, labelledFiles } from "../fields/file";
import { unexpected } from "../fields/inputError";
import { pathPart, text, toText } from "../fields/text";
import { UPLOAD_TYPES } from "../schemas/file";

/** What the uploaded files are for; goes into the query. */
export const uploadType = choice(UPLOAD_TYPES, {
  label: "Type",
  comments: "What the files are for. Left blank, they are private attachments.",
});

/** One file to upload. */
export const uploadFile = told(
  "The file, as a data URI.",
  file({
    label: "File",
    example: "data:text/plain;base64,SGVsbG8=",
    comments: "A file from an earlier step, such as a download.",
  }),
);

/** The label of that one file. */
export const fileName = text({
  label: "File Name",
  example: "package-damaged.png",
  comments:
    "The name that the file gets in Gorgias. Left blank, it keeps the name that the earlier step gave it.",
});

/** Several files to upload. */
export const uploadFiles = labelledFiles({
  label: { key: "File Name", value: "Files" },
  example: "hello.txt: data:text/plain;base64,SGVsbG8=",
  comments: "Several files at once: the name that each gets in Gorgias, and the file.",
});

/** Where a file lies: the parts of an attachment's address. */
export interface FileAddress {
  /** Undefined where the address leaves it out. */
  readonly file_type: string | undefined;
  readonly domain_hash: string;
  readonly resource_name: string;
}

/** A whole address of a file, in place of its parts. */
export const attachmentUrl: Field<FileAddress | undefined> = told(
  "An attachment's url, as messages hold it.",
  field(
    {
      label: "Attachment URL",
      type: "string",
      example: "https://uploads.gorgias.io/attachment/Hna8kldnmlal/package-damaged-ac82bc04.png",
      comments:
        "An attachment's whole url, as messages hold it, in place of the parts below. File Type can stand beside it.",
    },
    toFileAddress,
  ),
);

/** The parts of a file's address, one by one. */
export const fileAddressParts = {
  file_type: pathPart({
    label: "File Type",
    example: "attachment",
    comments:
      "The type of the file: what stands in front of the account in some addresses. An attachment's is attachment.",
  }),
  domain_hash: pathPart({
    label: "Domain Hash",
    example: "Hna8kldnmlal",
    comments: "The account that owns the file: the second part from the end of the address.",
  }),
  resource_name: pathPart({
    label: "Resource Name",
    example: "package-damaged-ac82bc04.png",
    comments: "The file itself: the last part of the address.",
  }),
};

/** What stands before the file: where Gorgias keeps files, or this machine, where the sandbox does. */
const PLACE =
  /^https?:\/\/(?:(?:uploads|attachments)\.gorgias\.(?:io|help)|[\w-]+\.gorgias\.com(?=\/api\/)|(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?)\/(?:uploads\.gorgias\.io\/)?/i;

/** A query that is no part of the file's name: it says the format, or stands after an extension. */
const QUERY = /(?:(?<=\.\w{1,8})\?[\w~%+-]+|\?format)=[^\s?#/.]*(?:#[^/.]*)?$/;

/**
 * Reads an attachment's address in any of its forms (docs/gorgias-api.md, "Files"), also with the
 * file's type in front, as the example of an upload has it. The name may be written as it is, with
 * signs that an address should have encoded: it is never cut off at them.
 */
function toFileAddress(value: unknown, name: string): FileAddress {
  const address = trimmed(toText(value, name));
  const [place = ""] = PLACE.exec(address) ?? [];
  const parts = address.slice(place.length).replace(QUERY, "").split("/");
  const [resource_name = "", domain_hash = "", ...front] = parts.map(decoded).reverse();
  const file_type = typeIn(front.reverse());
  const isAmbiguous = /\?.*=/s.test(parts.at(-1) ?? "");
  if (
    place === "" ||
    file_type === null ||
    isAmbiguous ||
    ![resource_name, domain_hash, file_type ?? "attachment"].every(isPathPart)
  ) {
    throw unexpected(name, "an attachment's address", value);
  }
  return { file_type, domain_hash, resource_name };
}

/**
 * What stands in front of the account's hash.
 *
 * @returns undefined for nothing, null for what no attachment's address has there
 */
function typeIn(front: readonly string[]): string | undefined | null {
  const [first, second, third] = front;
  if (first === "api" && third === "download" && front.length === 3) {
    return second;
  }
  const isType = front.length === 1 && UPLOAD_TYPES.some((type) => type === first);
  return front.length === 0 || isType ? first : null;
}

/**
 * A part of an address. One with a space in it was not encoded at all; whatever encodes spaces may
 * leave `#` and `?` as they are. Alone at the end, these begin a query with nothing in it.
 */
function decoded(part: string): string {
  const name = part.replace(/^([^?#]*)[?#]$/, "$1");
  return name.includes(" ")
    ? name
    : name.replace(/(?:%[\da-f]{2})+/gi, (escapes) => decodedPart(escapes) ?? escapes);
}
