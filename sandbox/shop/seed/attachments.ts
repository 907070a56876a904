import { crc32, deflateSync } from "node:zlib";
import type { Storage } from "../../storage";
import type { Shop } from "../index";

/** The size of the photo that Gorgias' examples of attachments have. */
const PHOTO_BYTES = 48_213;

/** Its label, and its name in the storage: addresses in docs and in examples of inputs hold it. */
const LABEL = "package-damaged.png";
const RESOURCE_NAME = "package-damaged-ac82bc04.png";

/**
 * Gives customers who write about a broken item a photo of it. It comes after the storage has begun
 * to serve, whose address is part of an attachment.
 */
export function attachPhotos(shop: Shop, storage: Storage): void {
  const photo = { contentType: "image/png", content: greyPicture(PHOTO_BYTES) };
  const attachment = {
    url: storage.keepAs("attachment", RESOURCE_NAME, photo),
    name: LABEL,
    content_type: photo.contentType,
    size: photo.content.length,
  };
  const damaged = [...shop.tags.values()].find(({ name }) => name === "damaged");
  for (const { tagIds, messages } of shop.tickets.values()) {
    const [question] = messages;
    if (question && damaged && tagIds.includes(damaged.id)) question.attachments = [attachment];
  }
}

/** A grey square of a given size in bytes, as PNG (https://www.w3.org/TR/png-3/). */
function greyPicture(bytes: number): Buffer {
  const side = 64;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  // Eight bits of grey each, and no interlacing.
  header.writeUInt8(8, 8);
  // A byte in front of each line says that it is not filtered.
  const lines = Array.from({ length: side }, () => Buffer.from([0, ...Array(side).fill(0x99)]));
  const signature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
  const picture = [chunk("IHDR", header), chunk("IDAT", deflateSync(Buffer.concat(lines)))];
  const end = chunk("IEND", Buffer.alloc(0));
  const room = bytes - Buffer.concat([signature, ...picture, end, chunk("tEXt", end)]).length;
  const note = chunk("tEXt", Buffer.alloc(room + end.length, "Comment\0A damaged package. "));
  return Buffer.concat([signature, ...picture, note, end]);
}

/** A part of a PNG: its length, its kind, what it holds, and a checksum. */
function chunk(kind: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind), content]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(content.length, 0);
  around.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)]);
}
