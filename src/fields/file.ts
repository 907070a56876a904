import type { File, Part } from "../client/content";
import { isObject } from "../client/json";
import { type Field, field } from "./field";
import { refusal, unexpected } from "./inputError";
import { toPairs } from "./keyValue";

/** A file with the label it gets. */
export interface LabelledFile {
  readonly label: string;
  readonly file: File;
}

/** A file from an earlier step. */
export function file(options: {
  readonly label: string;
  readonly comments: string;
}): Field<File | undefined> {
  return field({ ...options, type: "data" }, toFile);
}

/** Files by name, as a key-value list. */
export function labelledFiles(options: {
  readonly label: { readonly key: string; readonly value: string };
  readonly comments: string;
}): Field<LabelledFile[] | undefined> {
  return field({ ...options, type: "data", collection: "keyvaluelist" }, (value, name) =>
    toPairs(value, name).map(([label, one]) => ({
      label,
      file: toFile(one, `${name}: ${label}`),
    })),
  );
}

/** A file as a part of a form, named by its label. */
export function filePart({ label, file }: LabelledFile): Part {
  return { name: label, data: file.data, file: { name: label, contentType: file.contentType } };
}

/** The label of a file that nobody named: its own name, or one that fits what it is. */
export function nameOf({ name, contentType }: File): string {
  return name ?? `file.${extensionOf(contentType)}`;
}

/**
 * A file as steps hand it on: Spectral's data payload, with a name if the step knew one.
 *
 * @throws InputError for anything else
 */
export function toFile(value: unknown, name: string): File {
  const payload =
    isObject(value) && !Buffer.isBuffer(value) && "data" in value ? value : { data: value };
  const data = toBuffer(payload.data);
  if (data === undefined) {
    throw unexpected(name, "a file, such as what a download answers", value);
  }
  const { contentType = typeof payload.data === "string" ? "text/plain" : undefined } = payload;
  if (
    contentType !== undefined &&
    !(typeof contentType === "string" && isContentType(contentType))
  ) {
    throw refusal(name, "the file's content type is not valid.");
  }
  const ownName = [payload.fileName, payload.filename, payload.name].find(
    (one): one is string => typeof one === "string" && one.trim() !== "",
  );
  return {
    data,
    contentType: contentType ?? "application/octet-stream",
    ...(ownName && { name: ownName }),
  };
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
