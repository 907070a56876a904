import type { File } from "../client/content";
import {
  anything,
  type Described,
  listOf,
  object,
  type Resource,
  type Schema,
  text,
} from "./schema";

/** What a file can be uploaded as (docs/gorgias-api.md, "Files"). */
export const UPLOAD_TYPES = [
  "attachment",
  "public_attachment",
  "profile_picture",
  "widget_picture",
] as const;

/** A number in most answers, digits in Gorgias' own example (docs/gorgias-api.md, "Files"). */
const sizeSchema: Schema<number | string> = { type: ["integer", "string"] };

const uploadsSchema = listOf(
  object({ url: text, name: text, content_type: text, size: sizeSchema }),
);

/** What an upload answers, ready to be attached to a message. */
export const uploads: Resource<Described<typeof uploadsSchema>> = {
  schema: uploadsSchema,
  example: [
    {
      url: "https://uploads.gorgias.io/attachment/Hna8kldnmlal/package-damaged-ac82bc04.png",
      name: "package-damaged.png",
      content_type: "image/png",
      size: 48213,
    },
  ],
};

/** A file's bytes, with its content type beside them. JSON cannot describe bytes. */
export const file = {
  schema: { ...anything, description: "The file's bytes." },
  example: { data: Buffer.from("The file's bytes."), contentType: "text/plain" },
} satisfies { schema: Schema<unknown>; example: File };
