import type { Tool as ListedTool } from "@modelcontextprotocol/sdk/types.js";
import { toJSONSchema } from "zod/mini";
import type { Accepted } from "../inputs/field";
import type { Parameter, Tool } from "./tools";

/** A tool as clients see it. What its arguments mean and take is said by the action's inputs. */
export function listed({ name, description, action, parameters, adds, ...rest }: Tool): ListedTool {
  const required = parameters.filter((one) => one.required).map((one) => one.name);
  return {
    name,
    title: action.label,
    description,
    inputSchema: {
      type: "object",
      properties: Object.fromEntries(parameters.map((one) => [one.name, schemaOf(one)])),
      ...(required.length > 0 && { required }),
      ...(rest.labelledFiles && { additionalProperties: { type: "string" } }),
    },
    annotations: {
      title: action.label,
      readOnlyHint: action.readOnly,
      destructiveHint: !action.readOnly && !adds,
      idempotentHint: !adds,
      openWorldHint: true,
    },
  };
}

function schemaOf({ accepts, field }: Parameter): object {
  const { comments } = field.shown;
  return { ...jsonSchemaOf(accepts), ...(comments && { description: comments }) };
}

function jsonSchemaOf(accepts: Accepted): object {
  if (typeof accepts !== "function") {
    return accepts;
  }
  const { $schema: _, ...schema } = toJSONSchema(accepts(), { io: "input" });
  return schema;
}
