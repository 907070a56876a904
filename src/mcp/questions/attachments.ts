import { isObject, type JsonObject } from "../../client/json";
import { compact } from "./compact";

/** The files of a message by name, with the url that Download File takes. */
export function attachmentsOf({ attachments }: JsonObject): JsonObject[] {
  return (Array.isArray(attachments) ? attachments : [])
    .filter(isObject)
    .map(({ name, content_type, size, url }) => compact({ name, content_type, size, url }));
}
