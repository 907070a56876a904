import type { CallToolResult, InputRequiredResult } from "@modelcontextprotocol/server";
import type { ActionLogger } from "@prismatic-io/spectral";
import { accountOf } from "../../client/authorization";
import { CallDeadline } from "../../client/callDeadline";
import { explainUnexpected } from "../../client/errors";
import { maskOf } from "../../client/secrets";
import { InputError } from "../../fields/inputError";
import type { Opened } from "../access/renewals";
import { RenewingClient } from "../access/renewingClient";
import { failedWith, fieldsIn, itemsUnlessAsked, resultOf } from "../results";
import type { Given, Tool } from "../tools/tool";
import { faultInWords } from "../tools/words";
import { readArguments } from "./arguments";

/**
 * How long a call takes at the most, in milliseconds: clients give up after a minute (the SDK's
 * `DEFAULT_REQUEST_TIMEOUT_MSEC`), and would never learn what became of it.
 */
const LONGEST_CALL_MS = 55_000;

/** What a call works with. */
export interface CallOptions {
  /**
   * Opens the connection.
   *
   * @throws GorgiasConnectionError when it cannot be used
   */
  readonly open: () => Promise<Opened>;
  /** Tells that nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  /** Hears how far a longer read is; undefined where nobody asked. */
  readonly onProgress?: ((items: number) => void) | undefined;
  /**
   * Asks a person, once the arguments are read.
   *
   * @param values what the action's inputs hold
   * @returns what is answered in place of the call; undefined where it may be carried out
   */
  readonly confirm?: (
    values: Readonly<Record<string, unknown>>,
  ) => Promise<CallToolResult | InputRequiredResult | undefined>;
  /** Whether a picture comes without `structuredContent`. @defaultValue false */
  readonly picturesAlone?: boolean;
  /** Hears why the call failed. */
  readonly onFailure?: ((error: unknown) => void) | undefined;
}

/** Carries a call out. Whatever Gorgias or an input refuses becomes an error for the model. */
export async function carryOut(
  tool: Tool,
  given: Given,
  { open, signal, onProgress, onFailure, confirm, picturesAlone = false }: CallOptions,
): Promise<CallToolResult | InputRequiredResult> {
  try {
    const opened = await open();
    const gorgias = new RenewingClient({
      ...opened,
      logger: QUIET,
      debug: false,
      deadline: new CallDeadline(LONGEST_CALL_MS, signal),
      onProgress: rising(onProgress),
    });
    const { action, name, parameters } = tool;
    const mask = maskOf(accountOf(opened.connection).secrets);
    const { picked, others } = withoutPicked(tool, given);
    const fields = await fieldsIn(picked, mask);
    const values = await readArguments(tool, others, mask);
    const instead = await confirm?.(values);
    if (instead) {
      return instead;
    }
    const limit = values.limit ?? itemsUnlessAsked(action, values);
    const result = await action.run(gorgias, limit === undefined ? values : { ...values, limit });
    return resultOf(result, {
      tool: name,
      takes: [...parameters.map((one) => one.name), "fields"],
      fields,
      readOnly: action.effect.readOnly,
      picturesAlone,
      isWhole: values.fetchAll === true,
      uri: resourceOf(tool, others),
    });
  } catch (error) {
    onFailure?.(error);
    return failedWith(explainUnexpected(inWords(tool, error)).message);
  }
}

/** Takes out which fields of the answer were asked for. Some actions have an input of that name. */
function withoutPicked({ parameters }: Tool, given: Given) {
  const { fields: picked, ...others } = given;
  return parameters.some(({ name }) => name === "fields")
    ? { picked: undefined, others: given }
    : { picked, others };
}

/** What an input refuses, in terms of arguments. */
function inWords({ action, parameters }: Tool, error: unknown): unknown {
  const names = new Map(parameters.map(({ input, name }) => [input, name]));
  return error instanceof InputError
    ? new InputError(error.refusals.map((one) => faultInWords(action, names, one)))
    : error;
}

/** Progress has to rise with each notification, and an empty page brings nothing more. */
function rising(tell: CallOptions["onProgress"]) {
  let told = 0;
  return ({ items }: { readonly items: number }) => {
    if (items > told) {
      told = items;
      tell?.(items);
    }
  };
}

/** Names a file that a call answers. */
function resourceOf({ name }: Tool, given: Given): string {
  const parts = Object.values(given).filter((one) => typeof one === "string");
  return `gorgias://${[name, ...parts].map(encodeURIComponent).join("/")}`;
}

const nothing = () => undefined;

/** Debug logs are for the integration platform. */
const QUIET: ActionLogger = {
  metric: nothing,
  trace: nothing,
  debug: nothing,
  info: nothing,
  log: nothing,
  warn: nothing,
  error: nothing,
};
