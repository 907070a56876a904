import type FormData from "form-data";

/** What a request carries. */
export interface Content {
  readonly headers: Readonly<Record<string, string>>;
  /** The bytes, from their beginning: asked for anew for each try. */
  open(): string | Buffer | FormData;
  /** What the log shows of it. */
  readonly shown: unknown;
}

/** A file: its bytes, what kind they are, and its name where it has one. */
export interface File {
  readonly data: Buffer;
  readonly contentType: string;
  readonly name?: string;
}

/** A file to send: its bytes, the name it gets and its content type. */
export interface Part {
  /** The part's name. Gorgias takes it for the file's label (gorgias-api notes, "Files"). */
  readonly name: string;
  readonly data: Buffer | string;
  /** Undefined for a field that is no file. */
  readonly file?: { readonly name: string; readonly contentType: string };
}

/** A value as JSON; fields that are undefined are left out. */
export function jsonContent(value: unknown): Content {
  const data = JSON.stringify(value);
  return { headers: { "content-type": "application/json" }, open: () => data, shown: value };
}

/** Text or bytes as they are. */
export function plainContent(data: string | Buffer, contentType: string): Content {
  return {
    headers: { "content-type": contentType },
    open: () => data,
    shown: typeof data === "string" ? data : bytes(data.length),
  };
}

/** A multipart form. The parts' bytes are sent from where they are, without a copy. */
export function multipart(parts: readonly Part[]): Content {
  const boundary = newForm().getBoundary();
  const form = formOf(parts, boundary);
  return {
    headers: { ...form.getHeaders(), "content-length": String(form.getLengthSync()) },
    open: () => formOf(parts, boundary),
    shown: parts.map(({ name, data, file }) =>
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
