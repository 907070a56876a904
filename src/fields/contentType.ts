import { trimmed } from "../client/trimmed";
import { isBlank } from "./field";
import { isName, nameIn } from "./fileName";
import { refusal } from "./inputError";

/** What a file is, and the name that some senders add to that. */
export interface ContentType {
  /** Without the name: `image/png`, `text/plain; charset=utf-8`. */
  readonly type: string;
  readonly name?: string | undefined;
}

/**
 * A file's content type as it comes from mails and downloads: folded over lines, with a name in it,
 * or left blank.
 *
 * @returns undefined for one that was left blank
 * @throws InputError for anything that is no content type
 */
export function toContentType(value: unknown, input: string): ContentType | undefined {
  if (isBlank(value)) {
    return undefined;
  }
  const given = typeof value === "string" ? trimmed(value).replace(/\r?\n[ \t]+/g, " ") : "";
  const parts = parametersIn(given);
  const type = parts
    .filter((part) => trimmed(part) !== "" && !isName(part))
    .join(";")
    .trimEnd();
  if (!/^[\w.+-]+\/[\w.+-]+(?:[ \t]*;[\x20-\x7e]*)?$/.test(type)) {
    throw refusal(input, "the file's content type is not valid.");
  }
  return { type, name: nameIn(parts) };
}

/** What stands between the semicolons of a content type; those in quotes divide nothing. */
export function parametersIn(text: string): string[] {
  return text.match(/(?:[^;"]+|"(?:[^"\\]|\\.)*"?)+/gs) ?? [];
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

/** The extension that files of a content type have; `bin` for one that nobody knows. */
export function extensionOf(contentType: string): string {
  const [type = ""] = contentType.toLowerCase().split(";");
  const subtype = /^\w+\/(?:x-)?([a-z0-9]{1,5})(?:\+\w+)?$/.exec(type.trim())?.[1];
  return EXTENSIONS[type.trim()] ?? subtype ?? "bin";
}
