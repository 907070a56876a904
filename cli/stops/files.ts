import { earlier } from "../earlier";
import type { Stop } from "./stop";

/** A file. */
export const files: readonly Stop[] = [
  {
    action: "uploadFiles",
    inputs: {
      file: { data: Buffer.from("A photo of a dented parcel."), contentType: "text/plain" },
      fileName: "parcel.txt",
    },
  },
  { action: "downloadFile", inputs: { attachmentUrl: earlier("uploadFiles", 0, "url") } },
];
