import type { GorgiasClient } from "../../client";
import { GorgiasError } from "../../client/errors";
import { isBlank } from "../../fields/field";
import { foundIn } from "../../schemas/search";

/** What became of one macro. */
interface Outcome {
  readonly id: number;
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
): { data: Outcome[] } {
  const data = foundIn(answered) as unknown as Outcome[];
  if (data.length > 0 && data.every(({ error }) => !isBlank(error))) {
    const reasons = data.map(({ id, error }) => `${id}: ${inWords(error)}`).join("; ");
    const message = `${request}: Gorgias ${what} none of the macros. ${reasons}`;
    throw new GorgiasError(mask(message), { request, attempts: 1 });
  }
  return { data };
}

function inWords(error: unknown): string {
  return typeof error === "string" ? error : JSON.stringify(error);
}
