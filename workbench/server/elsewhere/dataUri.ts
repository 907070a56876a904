import type { FileReference } from "../../messages";

/** What stands for a file's bytes. */
const BYTES = "…";

/** A file as a data URI without its bytes, under the name that it is to have. */
export function dataUriOf({ contentType }: FileReference, name: string | undefined): string {
  const named = name === undefined ? "" : `;name=${encodeURIComponent(name)}`;
  return `data:${contentType}${named};base64,${BYTES}`;
}

/** What has to be put in the place of the bytes, as a note. */
export function dataUriNotes(files: readonly FileReference[]): readonly string[] {
  return files.map(({ name }) => `Put ${name}, in base64, in the place of ${BYTES}.`);
}
