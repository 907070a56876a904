import type { Answer } from "../messages";
import type { KeptAnswer } from "./answers";
import { asCsv } from "./csv";
import { Refused } from "./failure";
import { shownType } from "./media";

/** The type of a file that is only saved. */
const UNKNOWN = "application/octet-stream";

/** Nothing in a file runs, and it stands on no page but this one. */
const SHUT = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

/** The same as it came: JSON, or a file that the browser shows where it can. */
export function asItCame({ told, bytes }: KeptAnswer): Response {
  if (told.kind === "file") {
    return fileResponse(told, bytes);
  }
  return response(told.kind === "json" ? bytes : "null", { "content-type": "application/json" });
}

/** The file that an answer is, to save. */
export function asFile({ told, bytes }: KeptAnswer): Response {
  if (told.kind !== "file") {
    throw new Refused(404, { message: "This answer is not a file." });
  }
  return fileResponse({ ...told, contentType: UNKNOWN }, bytes);
}

/** A JSON answer to save, with a line a value. */
export function asJsonFile(answer: KeptAnswer, name: string): Response {
  return response(JSON.stringify(jsonIn(answer), null, 2), {
    "content-type": "application/json",
    "content-disposition": disposition("attachment", `${name}.json`),
  });
}

/** The same as a table, for a spreadsheet. */
export function asCsvFile(answer: KeptAnswer, name: string): Response {
  const file = asCsv(jsonIn(answer));
  if (!file) {
    throw new Refused(404, { message: "This answer has no columns: save it as JSON." });
  }
  return response(file.text, {
    "content-type": file.contentType,
    "content-disposition": disposition("attachment", `${name}.csv`),
  });
}

function jsonIn({ told, bytes }: KeptAnswer): unknown {
  if (told.kind !== "json") {
    throw new Refused(404, { message: "This answer is not JSON." });
  }
  return JSON.parse(bytes.toString());
}

/** A file of whoever sent it: shown where its type is one that a browser shows, otherwise saved. */
function fileResponse({ contentType = UNKNOWN, fileName = "file" }: Answer, bytes: Buffer) {
  const type = shownType(contentType);
  // No browser shows a PDF in a sandbox.
  const policy =
    type === "application/pdf" ? SHUT : `sandbox; img-src data:; media-src 'self'; ${SHUT}`;
  return response(bytes, {
    "content-type": type ?? UNKNOWN,
    "content-disposition": disposition(type ? "inline" : "attachment", fileName),
    "content-security-policy": policy,
    "x-frame-options": "SAMEORIGIN",
  });
}

function disposition(way: "inline" | "attachment", fileName: string): string {
  return `${way}; filename="${fileName.replace(/[^\w.-]/g, "_")}"`;
}

function response(body: Buffer | string, headers: Record<string, string>): Response {
  return new Response(typeof body === "string" ? body : new Uint8Array(body), { headers });
}
