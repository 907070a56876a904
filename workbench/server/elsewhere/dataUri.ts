import type { FileReference } from "../../messages";

/** What stands for a file's bytes. */
const BYTES = "…";

/** A file as a data URI without its bytes, under the name that it is to have. */
export function dataUriOf({ contentType }: FileReference, name: string | undefined): string {
  const named = name === undefined ? "" : `;name=${encodeURIComponent(name)}`;
  return `data:${contentType}${named};base64,${BYTES}`;
}

/** What has to be put in place of the bytes, as notes. */
export function dataUriNotes(files: readonly FileReference[]): readonly string[] {
  return files.map(({ name }) => `Put ${name}, as base64, in place of ${BYTES}.`);
}
