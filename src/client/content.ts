import type FormData from "form-data";

/** A file: its bytes, what kind they are, and its name if anybody knows one. */
export interface File {
  readonly data: Buffer;
  readonly contentType: string;
  readonly name?: string | undefined;
}

/** What a request carries. */
export interface Content {
  readonly headers: Readonly<Record<string, string>>;
  /** The bytes, from their beginning: asked for anew for each try. */
  open(): Buffer | FormData;
  /** What the log shows of it. */
  readonly logged: unknown;
}

/** A part of a form: a file or a text field. */
export interface Part {
  /** The part's name. Gorgias takes it for the file's label (docs/gorgias-api.md, "Files"). */
  readonly name: string;
  readonly data: Buffer | string;
  /** Undefined for a text field. */
  readonly file?: { readonly name: string; readonly contentType: string };
}

/** A value as JSON; fields that are undefined are left out. */
export function jsonContent(value: unknown): Content {
  const data = Buffer.from(JSON.stringify(value), "utf8");
  return { headers: { "content-type": "application/json" }, open: () => data, logged: value };
}

/** Text or bytes as they are. */
export function plainContent(data: string | Buffer, contentType: string): Content {
  const whole = Buffer.isBuffer(data) ? data : Buffer.from(data, "utf8");
  return {
    headers: { "content-type": contentType },
    open: () => whole,
    logged: typeof data === "string" ? data : bytes(data.length),
  };
}

/** A multipart form. The parts' bytes are sent from where they are, without a copy. */
export function multipart(parts: readonly Part[]): Content {
  const boundary = newForm().getBoundary();
  const form = formOf(parts, boundary);
  return {
    headers: { ...form.getHeaders(), "content-length": String(form.getLengthSync()) },
    open: () => formOf(parts, boundary),
    logged: parts.map(({ name, data, file }) =>
      file
        ? { name, file: file.name, contentType: file.contentType, content: bytes(data.length) }
        : { name, value: data },
    ),
  };
}

/** form-data is loaded with the first form: the component loads faster for it. */
function newForm(): FormData {
  const Form = require("form-data") as typeof FormData;
  return new Form();
}

function formOf(parts: readonly Part[], boundary: string): FormData {
  const form = newForm();
  form.setBoundary(boundary);
  for (const { name, data, file } of parts) {
    form.append(name, data, file && { filename: file.name, contentType: file.contentType });
  }
  return form;
}

function bytes(length: number): string {
  return `(${length} bytes)`;
}
