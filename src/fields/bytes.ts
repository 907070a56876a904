import { isObject } from "../client/json";

/** Bytes as steps hand them on, also where they went through JSON on their way; undefined for anything else. */
export function bytesOf(value: unknown): Buffer | undefined {
  if (value instanceof Uint8Array) {
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  }
  if (value instanceof ArrayBuffer) {
    return Buffer.from(value);
  }
  const bytes = isObject(value) && value.type === "Buffer" ? value.data : undefined;
  return Array.isArray(bytes) && bytes.every(isByte) ? Buffer.from(bytes) : undefined;
}

/** The same for a file that holds them: Spectral's data payload, with nothing beside it but what tells of it. */
export function fileBytesOf(value: unknown): Buffer | undefined {
  const isFile = isObject(value) && Object.keys(value).every((key) => OF_FILES.test(key));
  return bytesOf(value) ?? (isFile ? bytesOf(value.data) : undefined);
}

/** @returns undefined for nothing, and for bytes that are no text */
export function utf8(bytes: Uint8Array | undefined): string | undefined {
  try {
    return bytes && new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** What steps say of a file, in one spelling or another. */
const OF_FILES =
  /^(?:data|content_?type|mime_?type|type|encoding|(?:file_?)?name|(?:file_?)?size|length|(?:suggested_?)?extension|url)$/i;

function isByte(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 255;
}
