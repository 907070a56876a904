import type { Part } from "../client/content";
import { InputError } from "../client/errors";
import { isObject } from "../client/json";
import { UPLOAD_TYPES } from "../schemas/file";
import { choice } from "./choice";
import { type Field, field, unexpected } from "./field";
import { text } from "./text";

/** A file as steps hand it on: Spectral's data payload, with a name if the step knew one. */
export interface GivenFile {
  readonly data: Buffer;
  readonly contentType: string;
  readonly name: string | undefined;
}

/** A file with the label it gets. */
export interface LabelledFile {
  readonly label: string;
  readonly file: GivenFile;
}

/** What the uploaded files are for; goes into the query. */
export const uploadType = choice(UPLOAD_TYPES, {
  label: "Type",
  comments: "What the files are for. Left blank, they are private attachments.",
});

/** One file to upload. */
export const file = field(
  {
    label: "File",
    type: "data",
    comments: "A file from an earlier step, such as a download.",
  },
  toFile,
);

/** The label of that one file. */
export const fileName = text({
  label: "File Name",
  example: "package-damaged.png",
  comments:
    "The name that the file gets in Gorgias. Left blank, it keeps the name that the earlier step gave it.",
});

/** Several files to upload. */
export const files = labelledFiles({
  label: { key: "File Name", value: "Files" },
  comments: "Several files at once: the name that each gets in Gorgias, and the file.",
});

/** Files by name, as a key-value list. */
export function labelledFiles(about: {
  readonly label: { readonly key: string; readonly value: string };
  readonly comments: string;
}): Field<LabelledFile[] | undefined> {
  return field({ ...about, type: "data", collection: "keyvaluelist" }, (value, label) =>
    pairs(value, label).map(([name, one]) => ({
      label: name,
      file: toFile(one, `${label}: ${name}`),
    })),
  );
}

/**
 * A key-value list: `[{ key, value }]` as the platform hands it over, or an object.
 *
 * @returns the pairs in their order, duplicates included
 * @throws InputError for anything else
 */
export function pairs(value: unknown, label: string): [string, unknown][] {
  const rows = isObject(value)
    ? Object.entries(value).map(([key, one]) => ({ key, value: one }))
    : value;
  if (!Array.isArray(rows)) {
    throw unexpected(label, "a key-value list", value);
  }
  return Array.from(rows, (pair) => {
    if (!isObject(pair) || typeof pair.key !== "string" || pair.key.trim() === "") {
      throw unexpected(label, "a key-value list whose keys are filled in", pair);
    }
    return [pair.key, pair.value];
  });
}

/** A file as a part of a form, named by its label. */
export function filePart({ label, file }: LabelledFile): Part {
  return { name: label, data: file.data, file: { name: label, contentType: file.contentType } };
}

/** The label of a file that nobody named: its own name, or one that fits what it is. */
export function ownName({ name, contentType }: GivenFile): string {
  return name ?? `file.${extensionOf(contentType)}`;
}

/** @throws InputError for what is no file */
export function toFile(value: unknown, label: string): GivenFile {
  const payload =
    isObject(value) && !Buffer.isBuffer(value) && "data" in value ? value : { data: value };
  const data = toBuffer(payload.data);
  if (data === undefined) {
    throw unexpected(label, "a file, such as what a download answers", value);
  }
  const { contentType = typeof payload.data === "string" ? "text/plain" : undefined } = payload;
  if (
    contentType !== undefined &&
    !(typeof contentType === "string" && isContentType(contentType))
  ) {
    throw new InputError(label, "the file's content type is none.");
  }
  const name = [payload.fileName, payload.filename, payload.name].find(
    (one): one is string => typeof one === "string" && one.trim() !== "",
  );
  return { data, contentType: contentType ?? "application/octet-stream", name };
}

function toBuffer(value: unknown): Buffer | undefined {
  if (value instanceof Uint8Array) {
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  }
  if (typeof value === "string") {
    return Buffer.from(value, "utf8");
  }
  // A Buffer that went through JSON on its way.
  const bytes = isObject(value) && value.type === "Buffer" ? value.data : undefined;
  return Array.isArray(bytes) && bytes.every((byte) => Number.isInteger(byte))
    ? Buffer.from(bytes as number[])
    : undefined;
}

function isContentType(value: string): boolean {
  return /^[\w.+-]+\/[\w.+-]+(?:[ \t]*;[\x20-\x7e]*)?$/.test(value);
}

/** Extensions that a content type's own name does not give away. */
const EXTENSIONS: Readonly<Record<string, string>> = {
  "application/gzip": "gz",
  "application/msword": "doc",
  "application/octet-stream": "bin",
  "application/vnd.ms-excel": "xls",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
  "audio/mpeg": "mp3",
  "image/jpeg": "jpg",
  "image/svg+xml": "svg",
  "text/calendar": "ics",
  "text/javascript": "js",
  "text/markdown": "md",
  "text/plain": "txt",
  "video/quicktime": "mov",
};

function extensionOf(contentType: string): string {
  const [type = ""] = contentType.toLowerCase().split(";");
  const subtype = /^\w+\/(?:x-)?([a-z0-9]{1,5})(?:\+\w+)?$/.exec(type.trim())?.[1];
  return EXTENSIONS[type.trim()] ?? subtype ?? "bin";
}
