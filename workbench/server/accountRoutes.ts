import type { ConnectionValue } from "@prismatic-io/spectral/dist/serverTypes";
import { Hono } from "hono";
import { isOAuth2 } from "../../src/connections/keys";
import { isBlank } from "../../src/fields/field";
import type { Account, Asked, Refusal, Step } from "../messages";
import { askedIn } from "./asked";
import { ACCESS_TOKEN, stepIn } from "./catalogue";
import { Refused, wordsOf } from "./failure";
import { logOf, performStep, refusalsOf } from "./performing";
import { refusalFrom } from "./refusals";
import type { Session } from "./session";

/** A step of the connector that only reads, and that any connection may do. */
const PROOF = { kind: "actions", key: "getAccount", inputs: {} } as const;

/** `/account`: the account that everything runs on. */
export function accountRoutes(session: Session): Hono {
  const { accounts } = session;
  return new Hono()
    .get("/", (context) => context.json(accounts.current.told))
    .put("/", async (context) => context.json(await connect(session, await askedIn(context))))
    .delete("/", async (context) => context.json(await accounts.useSandbox()));
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
      message: `${label}: this input is required and was left blank.`,
    }));
  }
  const refusals = await refusalsOf(session, PROOF, connectionOf(asked));
  return refusals.map(({ message }) => refusalFrom(message, step.inputs));
}

async function connect(session: Session, asked: Asked): Promise<Account> {
  const refusals = await connectionRefusals(session, asked);
  if (refusals.length > 0) {
    throw new Refused(422, { message: "This connection cannot be used.", refusals });
  }
  const connection = connectionOf(asked);
  return session.accounts.use(connection, async () => {
    try {
      await performStep(session.component, PROOF, {}, connection, logOf(session), {});
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
  const { [ACCESS_TOKEN.key]: token, ...fields } = inputs;
  return {
    key,
    configVarKey: "",
    fields,
    ...(isOAuth2(key) && { token: { access_token: token } }),
  };
}
