import { decodedPart, isPathPart } from "../client/address";
import { choice } from "../fields/choice";
import { type Field, field } from "../fields/field";
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
export const uploadFile = file({
  label: "File",
  comments: "A file from an earlier step, such as a download.",
});

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
  comments: "Several files at once: the name that each gets in Gorgias, and the file.",
});

/** Where a file lies: the last three parts of an attachment's address. */
export interface FileAddress {
  /** Undefined where the address leaves it out. */
  readonly file_type: string | undefined;
  readonly domain_hash: string;
  readonly resource_name: string;
}

/** A whole address of a file, in place of its parts. */
export const attachmentUrl: Field<FileAddress | undefined> = field(
  {
    label: "Attachment URL",
    type: "string",
    example: "https://uploads.gorgias.io/attachment/Hna8kldnmlal/package-damaged-ac82bc04.png",
    comments: "An attachment's whole url, as messages hold it, in place of the three parts below.",
  },
  toFileAddress,
);

/** The parts of a file's address, one by one. */
export const fileAddressParts = {
  file_type: pathPart({
    label: "File Type",
    example: "attachment",
    comments: "The type of the file: the third part from the end of an attachment's address.",
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

/**
 * An attachment's address ends in file type, domain hash and name (docs/gorgias-api.md, "Files").
 * Some leave the type out, as those of pictures within a message do (recorded: get-ticket).
 */
function toFileAddress(value: unknown, name: string): FileAddress {
  const address = toText(value, name);
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const segments = url?.pathname.split("/").filter((one) => one !== "" && one !== "download") ?? [];
  const [resource_name, domain_hash, file_type] = segments
    .map((segment) => decodedPart(segment) ?? segment)
    .reverse();
  if (
    !url ||
    !/^https?:$/.test(url.protocol) ||
    resource_name === undefined ||
    domain_hash === undefined ||
    ![resource_name, domain_hash, file_type ?? "attachment"].every(isPathPart)
  ) {
    throw unexpected(name, "an attachment's address", value);
  }
  return { file_type, domain_hash, resource_name };
}
