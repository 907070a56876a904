import type { GorgiasClient } from "../../client";
import { pathOf } from "../../client/address";
import { labelOf } from "../../fields/field";
import { refusal } from "../../fields/inputError";
import { httpIntegrationId } from "../../inputs/integrations";
import { type Before, readBefore } from "../before";

/**
 * Reads an integration that is about to be changed or deleted.
 *
 * @throws InputError for one of another type, such as a mailbox: it cannot be made anew
 */
export async function readHttpIntegration(gorgias: GorgiasClient, id: number): Promise<Before> {
  const before = await readBefore(gorgias, pathOf("/integrations/{id}", { id }));
  const type = before.part("type");
  if (type !== "http") {
    throw refusal(
      labelOf(httpIntegrationId),
      `${id} is of the type ${String(type)}. Only integrations of the type http can be changed or deleted. Nothing was changed.`,
    );
  }
  return before;
}
