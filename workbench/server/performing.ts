import type {
  ActionLogger,
  Component,
  ConnectionValue,
} from "@prismatic-io/spectral/dist/serverTypes";
import { type InputValues, perform, type StepHost } from "../../cli/platform";
import type { Asked } from "../messages";
import type { StepAnswer } from "./answers";
import { Refused } from "./failure";

/** Runs an action or a pick list, as the platform runs it. */
export async function performStep(
  { actions, dataSources = {} }: Component,
  { kind, key }: Pick<Asked, "kind" | "key">,
  values: InputValues,
  connection: ConnectionValue,
  logger: ActionLogger,
  host: StepHost,
): Promise<StepAnswer> {
  const given = { ...values, debugRequest: "true" };
  const action = kind === "actions" ? actions[key] : undefined;
  const list = kind === "pickLists" ? dataSources[key] : undefined;
  if (action) {
    const { data, contentType } = (await perform(action, given, connection, logger, host)) ?? {};
    return { data, ...(contentType !== undefined && { contentType }) };
  }
  if (list) {
    return { data: (await perform(list, given, connection, logger, host)).result };
  }
  throw new Refused(400, { message: "Only actions and pick lists run by themselves." });
}
