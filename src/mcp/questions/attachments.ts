import { isObject, type JsonObject } from "../../client/json";
import { attachmentUrl, type FileAddress } from "../../inputs/files";
import { compact } from "./compact";

/** The files of a message by name, with what Download File takes for each. */
export function attachmentsOf({ attachments }: JsonObject): JsonObject[] {
  return (Array.isArray(attachments) ? attachments : []).filter(isObject).map((file) => {
    const { name, content_type, size, url } = file;
    return compact({ name, content_type, size, ...(addressOf(url) ?? { url }) });
  });
}

function addressOf(url: unknown): FileAddress | undefined {
  try {
    const address = attachmentUrl.read(url, "url");
    return address && { ...address, file_type: address.file_type ?? "attachment" };
  } catch {
    // An address of another kind is shown as it is.
    return undefined;
  }
}
