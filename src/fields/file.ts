import type { File, Part } from "../client/content";
import { isObject, type JsonObject } from "../client/json";
import { bytesOf } from "./bytes";
import { type ContentType, extensionOf, toContentType } from "./contentType";
import { dataUrlIn } from "./dataUrl";
import { type Field, type FieldOptions, field, isBlank } from "./field";
import { unexpected } from "./inputError";
import { toPairs } from "./keyValue";
import { toText, wholeText } from "./text";

/** A file with the label it gets. */
export interface LabelledFile {
  readonly label: string;
  readonly file: File;
}

/** A file from an earlier step. */
export function file(options: FieldOptions): Field<File | undefined> {
  return field({ ...options, type: "data" }, toFile);
}

/** Files by name, as a key-value list. */
export function labelledFiles(options: {
  readonly label: { readonly key: string; readonly value: string };
  readonly comments: string;
  readonly example: string;
}): Field<LabelledFile[] | undefined> {
  return field({ ...options, type: "data", collection: "keyvaluelist" }, (value, name) =>
    toPairs(value, name).map(([label, one]) => ({
      label,
      file: toFile(typeof one === "string" && isBlank(one) ? undefined : one, `${name}: ${label}`),
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
 * A file as steps hand it on: Spectral's data payload, with a name if the step knew one; bytes, text
 * or a data URL alone do as well.
 *
 * @throws InputError for anything else
 */
export function toFile(value: unknown, name: string): File {
  const isPayload = isObject(value) && bytesOf(value) === undefined && "data" in value;
  const payload: JsonObject = isPayload ? value : { data: value };
  const content = contentOf(payload.data, name);
  if (content === undefined) {
    throw unexpected(name, "a file, such as what a download answers", value);
  }
  const { contentType, content_type, mimeType, mime_type } = payload;
  const types = [contentType, content_type, mimeType, mime_type];
  const said = toContentType(
    types.find((one) => !isBlank(one)),
    name,
  );
  const { fileName, filename, file_name } = payload;
  const names = [fileName, filename, file_name, payload.name, said?.name, content.type?.name];
  const ownName = names.find((one) => typeof one === "string" && !isBlank(one));
  const type = content.type?.type ?? said?.type ?? content.usualType;
  return {
    data: content.data,
    contentType: type ?? "application/octet-stream",
    ...(ownName !== undefined && { name: toText(ownName, name) }),
  };
}

interface Content {
  readonly data: Buffer;
  /** What a data URL says that it is. */
  readonly type?: ContentType | undefined;
  /** What it is where nothing says so. */
  readonly usualType?: string;
}

function contentOf(data: unknown, name: string): Content | undefined {
  if (typeof data !== "string") {
    const bytes = bytesOf(data);
    return bytes && { data: bytes };
  }
  const url = dataUrlIn(data, name);
  return url
    ? { ...url, usualType: "text/plain" }
    : { data: Buffer.from(wholeText(data, name), "utf8"), usualType: "text/plain" };
}
