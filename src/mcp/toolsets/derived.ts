import { isList } from "../../actions/list";
import type { File } from "../../client/content";
import type { Field } from "../../fields/field";
import { nullable } from "../../schemas/schema";
import { isUpdate } from "../calling/clearing";
import { fileOf } from "../tools/files";
import { argumentsFor, isOnlyWay } from "../tools/offered";
import { operations } from "../tools/operations";
import { REPORT_QUERY } from "../tools/reportQuery";
import type { Difference, Given, ToolSpec } from "../tools/tool";

/** A report, whose question is asked whole. */
export const REPORT: ToolSpec = {
  action: "getReportingStatistic",
  takes: ["cursor", "limit", REPORT_QUERY],
};

/** Files, from what a model can write. */
export const UPLOAD: ToolSpec = {
  action: "uploadFiles",
  takes: [
    "type",
    {
      name: "file",
      comments:
        "The file as a data URI, as base64 or as an https address, of up to 10 MB, that anybody can read.",
      toInput: (value) => fileOf("file", value),
    },
  ],
  labelledFiles: {
    input: "files",
    comments:
      'In place of file, the argument can be called what the file is to be called, as in { "package-damaged.png": "data:…" }; several at once upload several files.',
    toInput: labelledFiles,
  },
};

/** A file of Gorgias, by the parts of its address as a ticket's thread tells them. */
export const DOWNLOAD: ToolSpec = {
  action: "downloadFile",
  takes: ["file_type", "domain_hash", "resource_name"].map((name) => ({ name, required: true })),
};

const SPECIAL: readonly ToolSpec[] = [REPORT, UPLOAD, DOWNLOAD];

/**
 * The tool of an action, as it follows from the action itself.
 *
 * @param key the action's key
 * @throws Error for an action that does not exist
 */
export function specOf(key: string): ToolSpec {
  const special = SPECIAL.find(({ action }) => action === key);
  const action = operations[key];
  return (
    special ?? {
      action: key,
      takes: argumentsFor(key).map((name) => ({
        name,
        ...(isOnlyWay(key, name) && { required: true }),
        ...(action && isUpdate(action) && withNull(action.inputs[name])),
      })),
      listsFields: action !== undefined && isList(action),
    }
  );
}

/** An argument of an update that null clears. An empty list clears a list. */
function withNull(field: Field<unknown> | undefined): Pick<Difference, "accepts"> {
  const { accepts, cleared } = field ?? {};
  return cleared && typeof accepts === "object" && accepts.type !== "array" && !accepts.enum
    ? { accepts: nullable(accepts) }
    : {};
}

/** What a tool is called whose name follows from its action's key: `listTickets`, `list_tickets`. */
export function toolName(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Files by the arguments' names. */
async function labelledFiles(given: Given): Promise<{ key: string; value: File }[]> {
  const files = Object.entries(given).map(async ([key, value]) => ({
    key,
    value: await fileOf(key, value),
  }));
  return Promise.all(files);
}
