import type { JSONObject, Tool as ListedTool } from "@modelcontextprotocol/server";
import { toJSONSchema } from "zod/mini";
import type { Parameter, Tool } from "./tool";

/** A tool as clients see it. */
export function listed({ name, description, action, parameters, labelledFiles }: Tool): ListedTool {
  const required = parameters.filter((one) => one.required).map((one) => one.name);
  const { label, effect } = action;
  return {
    name,
    title: label,
    description,
    inputSchema: {
      type: "object",
      properties: Object.fromEntries(parameters.map((one) => [one.name, schemaOf(one)])),
      ...(required.length > 0 && { required }),
      ...(labelledFiles && { additionalProperties: { type: "string" } }),
    },
    annotations: {
      title: label,
      readOnlyHint: effect.readOnly,
      destructiveHint: effect.destructive,
      idempotentHint: effect.idempotent,
      openWorldHint: true,
    },
  };
}

function schemaOf({ accepts, comments }: Parameter): JSONObject {
  const schema = { ...jsonSchemaOf(accepts), ...(comments && { description: comments }) };
  return JSON.parse(JSON.stringify(schema));
}

/** What a shape takes is told by zod, whose converter the platform bundle does without. */
function jsonSchemaOf(accepts: Parameter["accepts"]): object {
  if (typeof accepts !== "function") {
    return accepts;
  }
  const { $schema: _, ...schema } = toJSONSchema(accepts(), { io: "input" });
  return schema;
}
