import { isObject } from "./json";
import type { Mask } from "./secrets";

/**
 * Gorgias' own words from an error body: `{ error: { msg, data } }`, where `data` maps fields to
 * messages, nested for nested fields (docs/gorgias-api.md, "Errors").
 *
 * @returns one line, or undefined when the body says nothing
 */
export function quoteBody(answer: unknown, mask: Mask): string | undefined {
  const body = parsed(answer);
  if (typeof body === "string") {
    return excerpt(mask(body)) || undefined;
  }
  const error = isObject(body) ? body.error : undefined;
  if (!isObject(error)) {
    return isObject(body) && Object.keys(body).length > 0
      ? excerpt(mask(JSON.stringify(body)))
      : undefined;
  }
  const fields = fieldMessages(error.data, "");
  const message = typeof error.msg === "string" ? error.msg : undefined;
  return mask([message, fields.join("; ")].filter(Boolean).join(" — ")) || undefined;
}

/** The body of an error, which is not parsed yet where a text or a file was expected. */
export function parsed(body: unknown): unknown {
  const text = Buffer.isBuffer(body) ? body.toString("utf8") : body;
  try {
    return typeof text === "string" ? JSON.parse(text) : text;
  } catch {
    return text;
  }
}

function fieldMessages(data: unknown, path: string): string[] {
  if (typeof data === "string") {
    return [path ? `${path}: ${data}` : data];
  }
  if (Array.isArray(data) && data.every((item) => typeof item === "string")) {
    return [path ? `${path}: ${data.join(", ")}` : data.join(", ")];
  }
  if (Array.isArray(data)) {
    return data.flatMap((item, index) => fieldMessages(item, `${path}[${index}]`));
  }
  if (isObject(data)) {
    return Object.entries(data).flatMap(([key, value]) =>
      fieldMessages(value, /^\d+$/.test(key) ? `${path}[${key}]` : path ? `${path}.${key}` : key),
    );
  }
  return [];
}

function excerpt(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > 200 ? `${line.slice(0, 200)}…` : line;
}
