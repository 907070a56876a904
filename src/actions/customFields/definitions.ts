import type { GorgiasClient } from "../../client";
import { GorgiasConnectionError, unlessGone } from "../../client/errors";
import { fetchAll } from "../../client/fetchAll";
import { isObject } from "../../client/json";
import type { CustomField, FieldOwner } from "../../schemas/customField";

/** Definitions of custom fields by ID, as far as they could be read. */
export interface Definitions {
  readonly byId: ReadonlyMap<number, CustomField>;
  /** Whether a field that is not among them does not exist. */
  readonly areComplete: boolean;
  /** Whether some were read earlier in the same execution, and may have been changed since. */
  readonly areKept: boolean;
}

/**
 * The definitions of some fields. They are read once in an execution, however many steps need them:
 * of one field alone by itself, of several out of the list.
 *
 * @param known definitions that somebody has read already
 * @param mayBeKept whether those will do that an earlier step read
 * @returns where the connection's role or scopes do not cover them, those that are known
 * @throws GorgiasError for any other failure, a quota or a firewall among them
 * (docs/gorgias-api.md, "Errors")
 */
export async function definitionsOf(
  gorgias: GorgiasClient,
  owner: FieldOwner,
  ids: readonly number[],
  known: ReadonlyMap<number, CustomField>,
  mayBeKept = true,
): Promise<Definitions> {
  const unknown = [...new Set(ids)].filter((id) => !known.has(id));
  const kept = unknown.flatMap((id): [number, CustomField][] => {
    const field = mayBeKept ? gorgias.kept[id] : undefined;
    return isObject(field) && field.id === id ? [[id, field as CustomField]] : [];
  });
  const byId = new Map([...known, ...kept]);
  const missing = unknown.filter((id) => !byId.has(id));
  const areKept = kept.length > 0;
  if (missing.length === 0) {
    return { byId, areComplete: true, areKept };
  }
  try {
    const all = new Map([...byId, ...(await read(gorgias, owner, missing))]);
    const found = missing.filter((id) => all.has(id)).map((id) => [id, all.get(id)]);
    gorgias.kept = { ...gorgias.kept, ...Object.fromEntries(found) };
    return { byId: all, areComplete: true, areKept };
  } catch (error) {
    if (!(error instanceof GorgiasConnectionError) || error.status !== 403) {
      throw error;
    }
    if (mayBeKept) {
      gorgias.logger.warn(
        `The custom fields could not be looked up, so nothing could be checked: the values are sent as they were given. ${error.message}`,
      );
    }
    return { byId, areComplete: false, areKept };
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
