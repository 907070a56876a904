import type { GorgiasClient } from "../../client";
import { GorgiasConnectionError, unlessGone } from "../../client/errors";
import { fetchAll } from "../../client/pages";
import type { CustomField, FieldOwner } from "../../schemas/customField";

/** Definitions of custom fields by ID, as far as they could be read. */
export interface Definitions {
  readonly byId: ReadonlyMap<number, CustomField>;
  /** Whether a field that is not among them does not exist. */
  readonly areComplete: boolean;
}

/**
 * Reads the definitions of some fields: of one alone by itself, of several out of the list.
 *
 * @param known definitions that somebody has read already
 * @returns where the connection's role or scopes do not cover them, those that are known
 * @throws GorgiasError for any other failure, a quota or a firewall among them
 * (docs/gorgias-api.md, "Errors")
 */
export async function definitionsOf(
  gorgias: GorgiasClient,
  owner: FieldOwner,
  ids: readonly number[],
  known: ReadonlyMap<number, CustomField>,
): Promise<Definitions> {
  const missing = [...new Set(ids)].filter((id) => !known.has(id));
  if (missing.length === 0) {
    return { byId: known, areComplete: true };
  }
  try {
    return {
      byId: new Map([...known, ...(await read(gorgias, owner, missing))]),
      areComplete: true,
    };
  } catch (error) {
    if (!(error instanceof GorgiasConnectionError) || error.status !== 403) {
      throw error;
    }
    gorgias.logger.warn(
      `The custom fields could not be looked up, so nothing could be checked: the values are sent as they were given. ${error.message}`,
    );
    return { byId: known, areComplete: false };
  }
}

async function read(
  gorgias: GorgiasClient,
  owner: FieldOwner,
  [id, ...others]: readonly number[],
): Promise<[number, CustomField][]> {
  const path = "/custom-fields";
  const one =
    id !== undefined && others.length === 0
      ? await unlessGone(gorgias.get<CustomField>(`${path}/${id}`))
      : undefined;
  if (id !== undefined && one) {
    return [[id, one]];
  }
  // The list also says what there is in place of one that is gone.
  const all = await fetchAll<CustomField>(gorgias, { path, query: { object_type: owner } });
  return all.data.map((field) => [field.id, field]);
}
