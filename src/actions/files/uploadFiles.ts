import { type Content, multipart } from "../../client/content";
import type { Values } from "../../fields/field";
import { filePart, nameOf } from "../../fields/file";
import { fileName, uploadFiles as filesInput, uploadFile, uploadType } from "../../inputs/files";
import { uploads } from "../../schemas/file";
import { operation } from "../action";

const inputs = { file: uploadFile, fileName, files: filesInput, type: uploadType };

export const uploadFiles = operation({
  route: "POST /upload{?type}",
  label: "Upload Files",
  description: "Upload a file or several files.",
  guidance: "Returns { data }: what a message takes as its attachments.",
  inputs,
  returns: { schema: uploads.schema, example: { data: uploads.example } },
  check(values, { refuse, nameOf }) {
    if (labelledFiles(values).length === 0) {
      refuse(
        "file",
        `there is nothing to upload: fill in ${nameOf("file")} or ${nameOf("files")}.`,
      );
    }
  },
  async perform(gorgias, values) {
    return { data: await gorgias.upload("/upload", contentOf(values), { type: values.type }) };
  },
});

function contentOf(values: Values<typeof inputs>): Content {
  return multipart(labelledFiles(values).map(filePart));
}

function labelledFiles({ file, fileName, files = [] }: Values<typeof inputs>) {
  const single = file ? [{ label: fileName ?? nameOf(file), file }] : [];
  return [...single, ...files];
}
