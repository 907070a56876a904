import { isObject } from "../src/client/json";
import type { FileReference } from "./messages";

/** Whether a value stands for a file that the server keeps. */
export function isFile(value: unknown): value is FileReference {
  return isObject(value) && typeof value.file === "string" && typeof value.name === "string";
}
