import type { Answer } from "../messages";

/** What a browser shows of each type. Nothing in these runs as a part of the page. */
const SHOWN = new Map<string, NonNullable<Answer["preview"]>>([
  ["application/pdf", "pdf"],
  ...["avif", "bmp", "gif", "jpeg", "jpg", "png", "svg+xml", "webp", "x-icon"].map(
    (one) => [`image/${one}`, "image"] as const,
  ),
  ...["aac", "flac", "mp3", "mp4", "mpeg", "ogg", "wav", "webm", "x-m4a", "x-wav"].map(
    (one) => [`audio/${one}`, "audio"] as const,
  ),
  ...["mp4", "mpeg", "ogg", "quicktime", "webm"].map((one) => [`video/${one}`, "video"] as const),
]);

/** A type whose files people can read. */
const TEXT = /^text\/|[/+](?:json|xml)$/;

/** What the page shows a file as; undefined for one that can only be saved. */
export function previewOf(contentType: string): Answer["preview"] {
  const type = withoutParameters(contentType);
  return SHOWN.get(type) ?? (TEXT.test(type) ? "text" : undefined);
}

/**
 * The type that a file is sent to the browser with, where that shows it by itself. A header of
 * somebody else is never passed on: `application/pdf, text/html` would be a page to a browser.
 */
export function shownType(contentType: string): string | undefined {
  const type = withoutParameters(contentType);
  return SHOWN.has(type) ? type : undefined;
}

function withoutParameters(contentType: string): string {
  const [type = ""] = contentType.split(";");
  return type.trim().toLowerCase();
}
