import { z } from "zod";
import type { Api, RouteContext } from "../api";
import { datetime, freeObject, id, orderBy, paging } from "../parameters";
import { invalid } from "../problem";
import { ruleShape } from "../shapes/rule";
import { lifecycle } from "../shop/lifecycle";
import { RULE_EVENTS } from "../shop/records/rule";
import { namesIn, refuseBadCode } from "../shop/uses";
import { serveCollection } from "./collection";

/** Rules say 100 where other lists say 30 (`docs/gorgias-api.md`, "Lists"). */
const listQuery = z.strictObject({ ...paging(100), order_by: orderBy("created_datetime") });

const name = z.string().min(1);
const code = z.string().min(1);

/** One text, the names of events separated by commas (`docs/gorgias-api.md`, "Rules"). */
const eventTypes = z
  .string()
  .refine((text) => namesIn(text).every((event) => RULE_EVENTS.some((known) => known === event)), {
    error: `Not a list of these, separated by commas: ${RULE_EVENTS.join(", ")}.`,
  });

const optional = {
  code_ast: freeObject.exactOptional(),
  description: z.string().nullable().exactOptional(),
  event_types: eventTypes.exactOptional(),
  priority: z.int().exactOptional(),
  deactivated_datetime: datetime.nullable().exactOptional(),
};

const createBody = z.strictObject({ ...optional, name, code });
const updateBody = z.strictObject({
  ...optional,
  name: name.exactOptional(),
  code: code.exactOptional(),
});

const prioritiesBody = z.strictObject({
  priorities: z.array(z.strictObject({ id, priority: z.int() })).min(1),
});

/** Rules, and in which order they come. */
export function ruleRoutes(api: Api, context: RouteContext): void {
  const { shop } = context;
  const { create, change, remove } = lifecycle(shop, shop.rules, "Rule");

  serveCollection(api, context, {
    path: "/rules",
    records: shop.rules,
    shape: ruleShape,
    writtenBy: "agent",
    list: { query: listQuery },
    get: {},
    create: {
      body: createBody,
      // The code says all that its tree does, whatever came as one.
      make: ({ code_ast: _, ...body }, by) => {
        refuseBadCode(body.code);
        return create(
          (given) => ({
            ...given,
            description: null,
            event_types: null,
            priority: 0,
            deactivated_datetime: null,
            matches: () => false,
            ...body,
          }),
          by,
        );
      },
    },
    update: {
      body: updateBody,
      change: (rule, { code_ast: _, ...body }, by) => {
        if (body.code !== undefined) refuseBadCode(body.code);
        return change(rule, body, by);
      },
    },
    remove,
  });

  const schema = { body: prioritiesBody };
  api.post("/rules/priorities", { schema, config: { needs: "agent" } }, (request, reply) => {
    const changed = request.body.priorities.map(({ id: ruleId, priority }, index) => {
      const rule = shop.rules.get(ruleId);
      if (rule === undefined)
        throw invalid(`priorities.${index}.id`, `There is no rule ${ruleId}.`);
      return { rule, priority };
    });
    for (const { rule, priority } of changed) change(rule, { priority }, request.userId);
    // A bare list of all rules, as one source has it (`docs/gorgias-api.md`, "Rules").
    reply.code(201);
    return [...shop.rules.values()].map(ruleShape);
  });
}
