import { multipart } from "../../client/content";
import { InputError } from "../../client/errors";
import { file, fileName, filePart, files, ownName, uploadType } from "../../inputs/files";
import { uploads } from "../../schemas/file";
import { defineAction } from "../defineAction";

export const uploadFiles = defineAction({
  key: "uploadFiles",
  label: "Upload Files",
  description: "Upload a file or several files.",
  readOnly: false,
  inputs: { file, fileName, files, type: uploadType },
  returns: uploads,
  perform(gorgias, { type, file, fileName, files = [] }) {
    const single = file ? [{ label: fileName ?? ownName(file), file }] : [];
    const labelled = [...single, ...files];
    if (labelled.length === 0) {
      throw new InputError("File", "there is nothing to upload: fill in File or Files.");
    }
    return gorgias.upload("/upload", multipart(labelled.map(filePart)), { type });
  },
});
