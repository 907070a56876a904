import type { CallToolResult } from "@modelcontextprotocol/server";
import type { StepResult } from "../actions/action";
import { isObject, type JsonObject } from "../client/json";

/** What an action answered, as a result: an object, and the same as text. Files come beside it. */
export function resultOf({ data, contentType }: StepResult, uri: string): CallToolResult {
  if (contentType === undefined) {
    return asObjectAndText(isObject(data) ? data : { data });
  }
  const bytes = Buffer.isBuffer(data) ? data : Buffer.from(String(data), "utf8");
  const { content, ...summary } = asObjectAndText({ contentType, size: bytes.length });
  const file = {
    type: "resource",
    resource: { uri, mimeType: contentType, blob: bytes.toString("base64") },
  } as const;
  return { ...summary, content: [...content, file] };
}

/** An error that a model can act on. */
export function failedWith(text: string): CallToolResult {
  return { isError: true, content: [{ type: "text", text }] };
}

function asObjectAndText(structuredContent: JsonObject): CallToolResult {
  return {
    structuredContent,
    content: [{ type: "text", text: JSON.stringify(structuredContent) }],
  };
}
