import type { ActionGroup } from "../action";
import { downloadFile } from "./downloadFile";
import { uploadFiles } from "./uploadFiles";

/** Actions on files. */
export const files: ActionGroup = { title: "Files", actions: { uploadFiles, downloadFile } };
