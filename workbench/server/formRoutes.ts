import { Hono } from "hono";
import { isObject } from "../../src/client/json";
import type { Checked, Choice, InputValues, Picks } from "../messages";
import { connectionRefusals } from "./accountRoutes";
import { askedIn } from "./asked";
import { stepIn } from "./catalogue";
import { refusalsOf } from "./check";
import { gaugeLog } from "./exchanges";
import { Refused, wordsOf } from "./failure";
import { performStep } from "./performing";
import { refusalsIn } from "./refusals";
import { shownInputs } from "./secretInputs";
import type { Session } from "./session";

/** What a form asks for while it is filled in: `/check`, `/picks` and `/files`. */
export function formRoutes(session: Session): Hono {
  const { catalogue, files } = session;
  return new Hono()
    .post("/check", async (context) => {
      const asked = await askedIn(context, catalogue);
      const refusals =
        asked.kind === "connections"
          ? await connectionRefusals(session, asked)
          : await refusalsOf(session, asked);
      const step = stepIn(catalogue, asked.kind, asked.key);
      const checked: Checked = { refusals, hidden: shownInputs(step, asked.inputs).hidden };
      return context.json(checked);
    })
    .post("/picks", async (context) => {
      const { key, inputs } = await askedIn(context, catalogue);
      const picks: Picks = {
        choices: await choicesOf(session, key, inputs, context.req.raw.signal),
      };
      return context.json(picks);
    })
    .post("/files", async (context) => {
      const { req } = context;
      const contentType = req.header("content-type") ?? "application/octet-stream";
      const data = Buffer.from(await req.arrayBuffer());
      return context.json(files.add(req.query("name") || "file", contentType, data), 201);
    });
}

/**
 * What a pick list offers, to what of the form it has inputs for.
 *
 * @param signal tells that nobody waits for it any more: the page asked anew, or is gone
 */
async function choicesOf(
  session: Session,
  key: string,
  values: InputValues,
  signal: AbortSignal,
): Promise<readonly Choice[]> {
  const { component, catalogue, accounts } = session;
  const { kind, inputs } = stepIn(catalogue, "pickLists", key);
  try {
    const { data } = await accounts.briefly(({ connection }) =>
      performStep(component, { kind, key }, values, connection, gaugeLog(session), {
        watcher: { signal },
      }),
    );
    return Array.isArray(data) ? data.filter(isEntry).map(choiceOf) : [];
  } catch (error) {
    if (error instanceof Refused) {
      throw error;
    }
    const { mask } = accounts.current;
    const refusals = refusalsIn(error, inputs, mask);
    throw new Refused(422, { message: mask(wordsOf(error)), ...(refusals && { refusals }) });
  }
}

/** An entry of a pick list, as the platform takes it. */
interface Entry {
  readonly key: string;
  readonly label?: string;
}

function isEntry(value: unknown): value is Entry {
  return isObject(value) && typeof value.key === "string";
}

function choiceOf({ key, label = key }: Entry): Choice {
  return { value: key, label };
}
