import type { ConnectionValue } from "@prismatic-io/spectral/dist/serverTypes";
import { Hono } from "hono";
import { connectionFrom } from "../../src/connections/environment";
import { isOAuth2 } from "../../src/connections/keys";
import { isBlank, LEFT_BLANK } from "../../src/fields/field";
import type { Account, Asked, Refusal, Step } from "../messages";
import { askedIn } from "./asked";
import { ACCESS_TOKEN, stepIn } from "./catalogue";
import { refusalsOf } from "./check";
import { gaugeLog } from "./exchanges";
import { Refused, wordsOf } from "./failure";
import { performStep } from "./performing";
import { refusalOf } from "./refusals";
import type { Session } from "./session";

/** A step of the connector that only reads, and that any connection may do. */
const PROOF = { kind: "actions", key: "getAccount", inputs: {} } as const;

/** `/account`: the account that everything runs on. */
export function accountRoutes(session: Session): Hono {
  const { accounts, catalogue } = session;
  return new Hono()
    .get("/", (context) => context.json(accounts.told))
    .put("/", async (context) =>
      context.json(await connect(session, await askedIn(context, catalogue))),
    )
    .delete("/", async (context) => context.json(await accounts.leave()));
}

/**
 * What is wrong with a connection as it is filled in: what the platform refuses, and what the
 * connector does. Nothing is sent.
 */
export async function connectionRefusals(
  session: Session,
  asked: Asked,
): Promise<readonly Refusal[]> {
  const step = stepIn(session.catalogue, "connections", asked.key);
  const blank = step.inputs.filter(({ key }) => isUsed(step, key) && isBlank(asked.inputs[key]));
  if (blank.length > 0) {
    return blank.map(({ key, label }) => ({
      input: key,
      message: `${label}: ${LEFT_BLANK}`,
    }));
  }
  const refusals = await refusalsOf(session, PROOF, connectionOf(asked));
  return refusals.map(({ message }) => refusalOf(message, message, step.inputs));
}

async function connect(session: Session, asked: Asked): Promise<Account> {
  const refusals = await connectionRefusals(session, asked);
  if (refusals.length > 0) {
    throw new Refused(422, { message: "This connection cannot be used.", refusals });
  }
  const connection = connectionOf(asked);
  return session.accounts.use(connection, async () => {
    try {
      await performStep(session.component, PROOF, {}, connection, gaugeLog(session), {});
    } catch (error) {
      throw new Refused(422, { message: wordsOf(error) });
    }
  });
}

/** By OAuth 2.0, only the token is used here, and what says whose it is. */
function isUsed({ key }: Step, input: string): boolean {
  return !isOAuth2(key) || ["domain", ACCESS_TOKEN.key].includes(input);
}

/** A connection as the platform hands it over. */
function connectionOf({ key, inputs }: Asked): ConnectionValue {
  const text = (input: string) => `${inputs[input] ?? ""}`;
  const domain = text("domain");
  const credentials = isOAuth2(key)
    ? { domain, accessToken: text(ACCESS_TOKEN.key) }
    : { domain, username: text("username"), apiKey: text("apiKey") };
  return { ...connectionFrom(credentials), key };
}
