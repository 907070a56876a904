import type { GorgiasClient } from "../../client";
import { isObject, type JsonObject } from "../../client/json";
import { accountSettingId, changedSettingFields, settingType } from "../../inputs/account";
import { type AccountSetting, accountSetting } from "../../schemas/accountSetting";
import { endpoint, withAdditionalFields } from "../endpoint";

export const updateAccountSetting = endpoint({
  route: "PUT /account/settings/{id}",
  label: "Update Account Setting",
  description:
    "Update a setting of the account, for everybody in it. What is left blank, and what Data leaves out, stays as it is.",
  guidance:
    "Reads the setting first and sends its data whole, with what data changes in it. Lists in it are replaced.",
  inputs: { id: accountSettingId, type: settingType, ...changedSettingFields },
  returns: accountSetting,
  async body({ type, data, ...others }, { id }, gorgias) {
    // Gorgias needs the type (docs/gorgias-api.md, "Account"), and nothing says that it merges data.
    const isWhole = type !== undefined && data === undefined;
    const before = isWhole ? undefined : await settingWith(gorgias, id);
    return withAdditionalFields({
      ...others,
      type: type ?? before?.type,
      data: data && merged(before?.data, data),
    });
  },
});

/** There is no endpoint that reads one setting. */
async function settingWith(
  gorgias: GorgiasClient,
  id: number,
): Promise<AccountSetting | undefined> {
  const { data } = await gorgias.get<{ readonly data?: readonly AccountSetting[] }>(
    "/account/settings",
  );
  return data?.find((one) => one.id === id);
}

/** What changes, over what is there; objects are merged however deep they are. */
function merged(before: unknown, change: JsonObject): JsonObject {
  const kept = isObject(before) ? before : {};
  const changed = Object.entries(change).map(([key, value]) => [
    key,
    isObject(value) ? merged(Object.hasOwn(kept, key) ? kept[key] : undefined, value) : value,
  ]);
  return { ...kept, ...Object.fromEntries(changed) };
}
