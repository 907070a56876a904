import { isPathPart, path } from "../../client/address";
import { InputError } from "../../client/errors";
import { pathPart, text } from "../../inputs/text";
import { file } from "../../schemas/file";
import { defineResultAction } from "../defineAction";

export const downloadFile = defineResultAction({
  key: "downloadFile",
  label: "Download File",
  description: "Download a file, by its address or by the three parts of it.",
  readOnly: true,
  inputs: {
    attachmentUrl: text({
      label: "Attachment URL",
      example: "https://uploads.gorgias.io/attachment/Hna8kldnmlal/package-damaged-ac82bc04.png",
      comments:
        "An attachment's whole url, as messages hold it, in place of the three parts below.",
    }),
    file_type: pathPart({
      label: "File Type",
      example: "attachment",
      comments: "The type of the file: the third part from the end of an attachment's address.",
    }),
    domain_hash: pathPart({
      label: "Domain Hash",
      example: "Hna8kldnmlal",
      comments: "The account that owns the file: the second part from the end of the address.",
    }),
    resource_name: pathPart({
      label: "Resource Name",
      example: "package-damaged-ac82bc04.png",
      comments: "The file itself: the last part of the address.",
    }),
  },
  returns: file,
  perform(gorgias, { attachmentUrl, ...parts }) {
    if (attachmentUrl) {
      const { file_type, domain_hash, resource_name } = partsOf(attachmentUrl, parts.file_type);
      return gorgias.download(path`/${file_type}/download/${domain_hash}/${resource_name}`);
    }
    const { file_type, domain_hash, resource_name } = parts;
    return gorgias.download(
      path`/${part("File Type", file_type)}/download/${part("Domain Hash", domain_hash)}/${part("Resource Name", resource_name)}`,
    );
  },
});

/** An attachment's address ends in file type, domain hash and name (gorgias-api notes, "Files"). */
function partsOf(address: string, givenType: string | undefined) {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const segments = url?.pathname.split("/").filter((one) => one !== "" && one !== "download") ?? [];
  const [resource_name, domain_hash, file_type] = segments.map(decode).reverse();
  if (
    !url ||
    !/^https?:$/.test(url.protocol) ||
    resource_name === undefined ||
    domain_hash === undefined ||
    ![resource_name, domain_hash, file_type ?? "attachment"].every(isPathPart)
  ) {
    throw new InputError(
      "Attachment URL",
      `expected an attachment's address, got ${JSON.stringify(address.slice(0, 100))}.`,
    );
  }
  // Some addresses leave the type out, as those of pictures within a message do (recorded: get-ticket).
  return { file_type: givenType ?? file_type ?? "attachment", domain_hash, resource_name };
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function part(label: string, value: string | undefined): string {
  if (value === undefined) {
    throw new InputError(label, "is missing. Fill in all three parts, or Attachment URL instead.");
  }
  return value;
}
