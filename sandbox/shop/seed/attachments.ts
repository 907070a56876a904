import type { Storage, StoredFile } from "../../storage";
import type { Shop } from "../index";

/** A picture of one pixel: what it shows is nobody's concern here. */
const PHOTO: StoredFile = {
  contentType: "image/png",
  content: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mOsbjj3HwAFkgKyTCoLWgAAAABJRU5ErkJggg==",
    "base64",
  ),
};

/** Its label, and its name in the storage: addresses in docs and in examples of inputs hold it. */
const LABEL = "package-damaged.png";
const RESOURCE_NAME = "package-damaged-ac82bc04.png";

/**
 * Gives customers who write about a broken item a photo of it. It comes after the storage has begun
 * to serve, whose address is part of an attachment.
 */
export function attachPhotos(shop: Shop, storage: Storage): void {
  const attachment = {
    url: storage.keepAs("attachment", RESOURCE_NAME, PHOTO),
    name: LABEL,
    content_type: PHOTO.contentType,
    size: PHOTO.content.length,
  };
  const damaged = [...shop.tags.values()].find(({ name }) => name === "damaged");
  for (const { tagIds, messages } of shop.tickets.values()) {
    const [question] = messages;
    if (question && damaged && tagIds.includes(damaged.id)) question.attachments = [attachment];
  }
}
