import { attachmentUrl, fileAddressParts } from "../../inputs/files";
import { file } from "../../schemas/file";
import { operation } from "../action";
import { filledIn, partsOf } from "../route";

const route = "GET /{file_type}/download/{domain_hash}/{resource_name}";
const parts = partsOf(route);

export const downloadFile = operation({
  route,
  label: "Download File",
  description: "Download a file, by its address or by the three parts of it.",
  told: "Download a file.",
  guidance:
    "For files in Gorgias, such as attachments. An address ends in domain_hash/resource_name; file_type is attachment unless it says another. Returns the file.",
  inputs: { attachmentUrl, ...fileAddressParts },
  returns: file,
  check({ attachmentUrl, ...given }, { refuse, nameOf }) {
    const missing = parts.pathNames.filter(
      (name) => given[name as keyof typeof given] === undefined,
    );
    for (const name of attachmentUrl ? [] : missing) {
      refuse(
        name as keyof typeof given,
        `is missing. Fill in all three parts, or ${nameOf("attachmentUrl")} instead.`,
      );
    }
  },
  perform(gorgias, { attachmentUrl, ...given }) {
    const address = attachmentUrl
      ? { ...attachmentUrl, file_type: given.file_type ?? attachmentUrl.file_type ?? "attachment" }
      : given;
    return gorgias.download(filledIn(parts, address).path);
  },
});
