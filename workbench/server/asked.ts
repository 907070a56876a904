import type { Context } from "hono";
import { z } from "zod";
import type { Asked } from "../messages";
import { Refused } from "./failure";

const asked: z.ZodType<Asked> = z.object({
  kind: z.enum(["actions", "triggers", "pickLists", "connections"]),
  key: z.string(),
  inputs: z.record(z.string(), z.unknown()),
  isConfirmed: z.boolean().exactOptional(),
});

/** The step that a request is about, as it was filled in. */
export const askedIn = (context: Context): Promise<Asked> => bodyOf(context, asked);

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
