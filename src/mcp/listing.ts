import type { JSONObject, Tool as ListedTool } from "@modelcontextprotocol/server";
import { toJSONSchema } from "zod/mini";
import type { JSONSchema } from "zod/v4/core";
import { isObject } from "../client/json";
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
    // Every tool reaches beyond itself, which is what goes without saying (MCP's schema, ToolAnnotations).
    annotations: {
      title: label,
      readOnlyHint: effect.readOnly,
      destructiveHint: effect.destructive,
      idempotentHint: effect.idempotent,
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
  const { $schema: _, ...schema } = toJSONSchema(accepts(), {
    io: "input",
    override: ({ jsonSchema }) => withoutWhatGoesUnsaid(jsonSchema),
  });
  return schema;
}

/** Room that zod takes to say what holds anyhow: further fields pass, numbers are safe. */
function withoutWhatGoesUnsaid(schema: JSONSchema.BaseSchema): void {
  const { additionalProperties, minimum, maximum } = schema;
  if (isObject(additionalProperties) && Object.keys(additionalProperties).length === 0) {
    delete schema.additionalProperties;
  }
  if (minimum === Number.MIN_SAFE_INTEGER) {
    delete schema.minimum;
  }
  if (maximum === Number.MAX_SAFE_INTEGER) {
    delete schema.maximum;
  }
}
