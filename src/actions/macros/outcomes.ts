import type { GorgiasClient } from "../../client";
import { GorgiasError } from "../../client/errors";
import { isBlank } from "../../fields/field";
import { foundIn } from "../../schemas/search";
import type { Tried } from "../endpoint";

/** What became of one macro. */
interface Outcome {
  readonly id: number;
  readonly status?: unknown;
  readonly error?: unknown;
}

/**
 * What became of each macro. Gorgias answers with success even where nothing was done
 * (docs/gorgias-api.md, "Macros").
 *
 * @param what reads on from "Gorgias": `archived`
 * @throws GorgiasError where nothing was done about any of them
 */
export function outcomesOf(
  answered: unknown,
  request: string,
  what: string,
  { mask }: Pick<GorgiasClient, "mask">,
  { attempts, mayHaveBeenDone }: Tried,
): { data: Outcome[] } {
  const data = foundIn(answered) as unknown as Outcome[];
  if (data.length > 0 && data.every(hasFailed)) {
    const reasons = data.map((one) => `${one.id}: ${reasonOf(one)}`).join("; ");
    const message = mayHaveBeenDone
      ? `${request}: tried ${attempts} times, and the last answer has an error for each of the macros. An earlier try may have carried this out: look in Gorgias before you send it again. ${reasons}`
      : `${request}: Gorgias ${what} none of the macros. ${reasons}`;
    throw new GorgiasError(mask(message), { request, attempts });
  }
  return { data };
}

/** Which words a status has, no source shows (docs/gorgias-api.md, "Macros"). */
function hasFailed({ status, error }: Outcome): boolean {
  return !isBlank(error) || (typeof status === "string" && /^(?:error|fail)/i.test(status));
}

function reasonOf({ status, error }: Outcome): string {
  return inWords(isBlank(error) ? status : error);
}

function inWords(error: unknown): string {
  return typeof error === "string" ? error : JSON.stringify(error);
}
