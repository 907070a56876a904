import { MIMEType } from "node:util";
import { imageSize } from "image-size";
import type { JsonObject } from "../../client/json";
import { counted } from "./cutText";

/** A file as a result: what an object can say of it, and the file itself where it stands beside. */
export interface FileResult {
  readonly summary: JsonObject;
  readonly block?: PictureBlock | ResourceBlock;
}

/** A picture that models look at. */
interface PictureBlock {
  readonly type: "image";
  readonly mimeType: string;
  readonly data: string;
}

/** Any other file, in base64. */
interface ResourceBlock {
  readonly type: "resource";
  readonly resource: { readonly uri: string; readonly mimeType: string; readonly blob: string };
}

/** What is text although its type does not begin with text/. */
const TEXT = /^text\/|[+/](?:json|xml|yaml)$|^application\/(?:csv|javascript|x-ndjson|x-sh|sql)$/;

/** The pictures that models look at (https://docs.claude.com/en/docs/vision), by image-size's names. */
const PICTURES: Readonly<Record<string, string>> = {
  png: "image/png",
  jpg: "image/jpeg",
  gif: "image/gif",
  webp: "image/webp",
};

/**
 * The largest picture, in base64: a model's host refuses a larger one, and the conversation with it
 * (https://github.com/joshuayoes/ios-simulator-mcp/issues/32).
 */
export const LARGEST_PICTURE = 5 * 1024 * 1024;

/** The most pixels on a side, for the same reason (https://docs.claude.com/en/docs/vision). */
export const LONGEST_SIDE = 8_000;

/** The largest file that comes as base64: what the upload tool fetches, the server hands out. */
export const LARGEST_FILE = 10 * 1024 * 1024;

/** What to do about a file that is left out. */
const AT_ITS_ADDRESS = "A person can open it at its address in Gorgias.";

/**
 * A file: text as text, under `text` in the summary, where every host shows it; a picture as a
 * picture; everything else in base64.
 *
 * @param uri what the file is called
 */
export function fileResult(data: Buffer | string, contentType: string, uri: string): FileResult {
  const bytes = Buffer.isBuffer(data) ? data : Buffer.from(data, "utf8");
  const about = { contentType, size: bytes.length };
  const type = typeOf(contentType);
  const text =
    type && TEXT.test(type.essence) ? textOf(bytes, type.params.get("charset")) : undefined;
  if (text !== undefined) {
    return { summary: { ...about, text } };
  }
  const picture = type?.type === "image" ? pictureIn(bytes) : undefined;
  if (picture) {
    const { mimeType, width, height } = picture;
    const length = Math.ceil(bytes.length / 3) * 4;
    return length > LARGEST_PICTURE || Math.max(width, height) > LONGEST_SIDE
      ? without(
          about,
          `The picture has ${width} × ${height} pixels and ${megabytes(bytes)}. Models take pictures of up to ${counted(LONGEST_SIDE)} pixels on a side and ${counted(LARGEST_PICTURE)} characters of base64.`,
        )
      : { summary: about, block: { type: "image", mimeType, data: bytes.toString("base64") } };
  }
  return bytes.length > LARGEST_FILE
    ? without(about, `The file has ${megabytes(bytes)}, and a call answers at most 10 MB.`)
    : {
        summary: about,
        block: {
          type: "resource",
          resource: { uri, mimeType: contentType, blob: bytes.toString("base64") },
        },
      };
}

function without(about: JsonObject, why: string): FileResult {
  return { summary: { left_out: `${why} ${AT_ITS_ADDRESS}`, ...about } };
}

function typeOf(contentType: string): MIMEType | undefined {
  try {
    return new MIMEType(contentType);
  } catch {
    return undefined;
  }
}

/** @returns undefined for bytes that are no text in their charset, which is UTF-8 unless told */
function textOf(bytes: Buffer, charset: string | null): string | undefined {
  try {
    return new TextDecoder(charset ?? "utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * What a picture says of itself. A file that only calls itself a picture ends the conversation in
 * which a model gets it (https://github.com/anthropics/claude-code/issues/8947).
 */
function pictureIn(bytes: Buffer) {
  try {
    const { type, width, height } = imageSize(bytes);
    const mimeType = type && PICTURES[type];
    return mimeType ? { mimeType, width, height } : undefined;
  } catch {
    return undefined;
  }
}

function megabytes({ length }: Buffer): string {
  return `${(length / 1024 / 1024).toFixed(1)} MB`;
}
