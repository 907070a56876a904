import type { JSONObject, Tool as ListedTool } from "@modelcontextprotocol/server";
import { toJSONSchema } from "zod/mini";
import type { JSONSchema } from "zod/v4/core";
import type { Effect } from "../../actions/action";
import { fieldsArgument } from "../results";
import type { Offer, Parameter } from "./tool";

const lists = new WeakMap<readonly Offer[], readonly ListedTool[]>();

/** Tools as clients see them: a list is made once, however often it is asked for. */
export function listOf(tools: readonly Offer[]): readonly ListedTool[] {
  const made = lists.get(tools) ?? tools.map(listed);
  lists.set(tools, made);
  return made;
}

/** A tool as clients see it. What the protocol takes for granted is left out. */
export function listed(offer: Offer): ListedTool {
  const { name, description, action } = offer;
  return {
    name,
    title: action.label,
    description,
    inputSchema: inputSchemaOf(offer),
    annotations: hintsOf(action.effect),
  };
}

/** The JSON Schema of a tool's arguments. */
export function inputSchemaOf({
  parameters,
  labelledFiles,
  listsFields,
}: Offer): ListedTool["inputSchema"] {
  const required = parameters.filter((one) => one.required).map((one) => one.name);
  return {
    type: "object",
    properties: {
      ...Object.fromEntries(parameters.map((one) => [one.name, schemaOf(one)])),
      ...(listsFields && { fields: FIELDS }),
    },
    ...(required.length > 0 && { required }),
    ...(labelledFiles && { additionalProperties: { type: "string" } }),
  };
}

/**
 * What a client may take a tool for. The other hints mean nothing for one that only reads, and
 * that a tool reaches out into the world is their default (the specification, "Tool Annotations").
 */
function hintsOf({ readOnly, destructive, idempotent }: Effect): ListedTool["annotations"] {
  return readOnly
    ? { readOnlyHint: true }
    : { readOnlyHint: false, destructiveHint: destructive, idempotentHint: idempotent };
}

type Listable = Pick<Parameter, "accepts" | "comments">;

function schemaOf({ accepts, comments }: Listable): JSONObject {
  const schema = { ...jsonSchemaOf(accepts), ...(comments && { description: comments }) };
  return JSON.parse(JSON.stringify(schema));
}

const FIELDS: JSONObject = schemaOf({
  accepts: fieldsArgument.accepts,
  comments: 'Only these fields of each item, such as ["subject", "customer.email"].',
});

/** What a shape takes is told by zod, whose converter the platform bundle does without. */
function jsonSchemaOf(accepts: Parameter["accepts"]): object {
  if (typeof accepts !== "function") {
    return accepts;
  }
  const { $schema: _, ...schema } = toJSONSchema(accepts(), { io: "input", override: unsaid });
  return schema;
}

/** Leaves out what JSON Schema takes for granted. */
function unsaid({ jsonSchema }: { readonly jsonSchema: JSONSchema.BaseSchema }): void {
  const { additionalProperties: others, maximum, minimum } = jsonSchema;
  if (typeof others === "object" && Object.keys(others).length === 0) {
    delete jsonSchema.additionalProperties;
  }
  if (maximum === Number.MAX_SAFE_INTEGER) {
    delete jsonSchema.maximum;
  }
  if (minimum === Number.MIN_SAFE_INTEGER) {
    delete jsonSchema.minimum;
  }
  delete jsonSchema.propertyNames;
}
