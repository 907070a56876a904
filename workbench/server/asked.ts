import type { Context } from "hono";
import { z } from "zod";
import { isObject } from "../../src/client/json";
import type { Asked, Catalogue, Kind } from "../messages";
import { stepIn } from "./catalogue";
import { Refused } from "./failure";

/** All of them: one that is left out does not compile. */
const KINDS: Readonly<Record<Kind, Kind>> = {
  actions: "actions",
  triggers: "triggers",
  pickLists: "pickLists",
  connections: "connections",
};

/** How deep values may be nested: no form needs as much. */
const DEEPEST = 50;

const asked: z.ZodType<Asked> = z.object({
  kind: z.enum(KINDS),
  key: z.string(),
  inputs: z.record(
    z.string(),
    z.unknown().refine((value) => !isDeeperThan(DEEPEST, value)),
  ),
  confirmedFor: z.string().exactOptional(),
});

/**
 * The step that a request is about, as it was filled in. What is no input of it is left out.
 *
 * @throws Refused when there is no such step
 */
export async function askedIn(context: Context, catalogue: Catalogue): Promise<Asked> {
  const given = await bodyOf(context, asked);
  const { inputs } = stepIn(catalogue, given.kind, given.key);
  const known = inputs.filter(({ key }) => Object.hasOwn(given.inputs, key));
  return { ...given, inputs: Object.fromEntries(known.map(({ key }) => [key, given.inputs[key]])) };
}

/**
 * Reads what a request holds.
 *
 * @throws Refused for anything but JSON of that shape
 */
export async function bodyOf<T>({ req }: Context, shape: z.ZodType<T>): Promise<T> {
  const { data } = shape.safeParse(await req.json().catch(() => undefined));
  if (data === undefined) {
    throw new Refused(400, { message: "What was asked is not valid." });
  }
  return data;
}

function isDeeperThan(depth: number, value: unknown): boolean {
  const inside = Array.isArray(value) ? value : isObject(value) ? Object.values(value) : [];
  return inside.some((one) => depth === 0 || isDeeperThan(depth - 1, one));
}
