import type { GorgiasClient } from "../../client";
import { isObject, type JsonObject } from "../../client/json";
import { labelOf } from "../../fields/field";
import { refusal } from "../../fields/inputError";
import { accountSettingId, changedSettingFields, settingType } from "../../inputs/account";
import { accountSetting } from "../../schemas/accountSetting";
import { Before, readBefore } from "../before";
import { endpoint, withAdditionalFields } from "../endpoint";

export const updateAccountSetting = endpoint({
  route: "PUT /account/settings/{id}",
  label: "Update Account Setting",
  description:
    "Update a setting of the account, for everybody in it. What is left blank, and what Data leaves out, stays as it is. A change that somebody else makes at the same moment can be lost.",
  guidance:
    "Reads the setting first and sends its data whole, with what data changes in it. Lists in it are replaced.",
  inputs: { id: accountSettingId, type: settingType, ...changedSettingFields },
  returns: accountSetting,
  async body({ type, data, ...others }, { id }, gorgias) {
    // Gorgias needs the type (docs/gorgias-api.md, "Account"), and nothing says that it merges data.
    const before = await settingBefore(gorgias, id);
    const itsType = before.part("type");
    if (type !== undefined && type !== itsType) {
      throw refusal(
        labelOf(settingType),
        `the setting ${id} is of the type ${gorgias.mask(`${itsType}, not ${type}`)}. Leave it blank, or choose another setting. Nothing was changed.`,
      );
    }
    return withAdditionalFields({
      ...others,
      type: itsType,
      data: data && merged(before.object("data"), data),
    });
  },
});

/** There is no endpoint that reads one setting. */
async function settingBefore(gorgias: GorgiasClient, id: number): Promise<Before> {
  const before = await readBefore(gorgias, "/account/settings");
  const found = before.items().find((one) => String(one.id) === String(id));
  if (!found) {
    throw refusal(
      labelOf(accountSettingId),
      `the account has no setting with the ID ${id}. Nothing was changed: List Account Settings tells the IDs.`,
    );
  }
  return new Before(found, before.refusal);
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
