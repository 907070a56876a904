import { isObject } from "../client/json";
import { openChoice } from "../fields/choice";
import { clearable, required } from "../fields/field";
import { json } from "../fields/json";
import { id } from "../fields/number";
import { withSecrets } from "../fields/secret";
import { text } from "../fields/text";
import { ACCOUNT_SETTING_TYPES } from "../schemas/accountSetting";
import { additionalFields } from "./common";
import { freeForm } from "./shapes";

/** The setting to change. */
export const accountSettingId = required(
  id({
    label: "Account Setting ID",
    example: "360952",
    comments: "The ID of the setting: List Account Settings tells it.",
  }),
);

/** The only settings to list. */
export const ofSettingType = openChoice(ACCOUNT_SETTING_TYPES, {
  label: "Type",
  comments: "Only settings of this kind. Others than these may exist.",
});

/** What a new setting is about. */
export const newSettingType = required(
  openChoice(ACCOUNT_SETTING_TYPES, {
    label: "Type",
    example: "agent-costs",
    comments: "What the setting is about. Others than these may exist.",
  }),
);

/** What a setting is about that is changed. */
export const settingType = openChoice(ACCOUNT_SETTING_TYPES, {
  label: "Type",
  example: "business-hours",
  comments:
    "What the setting is about: it has to be the setting's own. Left blank, it is looked up, because Gorgias asks for it.",
});

/** What a setting holds, out of the whole setting as List Account Settings answers it. */
const toSettingData = (parsed: unknown) =>
  isObject(parsed) && "id" in parsed && "type" in parsed && "data" in parsed ? parsed.data : parsed;

const name = text({
  label: "Name",
  example: "Opening hours",
  comments: "The setting's name. Most settings have none.",
});

/** What else can be set on a new setting. The data of sign-ins has secrets in it. */
export const newSettingFields = {
  data: withSecrets(
    json(
      freeForm,
      {
        label: "Data",
        example: '{ "agent_cost_type": "hourly", "agent_cost_per_ticket": 2 }',
        comments:
          "What the setting holds, as a JSON object. Its fields depend on the type. Of a whole setting, as List Account Settings answers it, its data is taken.",
      },
      toSettingData,
    ),
  ),
  name,
  additionalFields: withSecrets(additionalFields('{ "data": { "agent_cost_per_ticket": 2 } }')),
};

/** The same for one that is changed. */
export const changedSettingFields = {
  data: withSecrets(
    json(
      freeForm,
      {
        label: "Data",
        example: '{ "timezone": "Europe/Paris" }',
        comments:
          "What changes in the setting, as a JSON object. What it leaves out stays as it is, also inside of objects; lists are replaced. To replace everything, use data in Additional Fields. Of a whole setting, as List Account Settings answers it, its data is taken.",
      },
      toSettingData,
    ),
  ),
  name: clearable(name),
  additionalFields: withSecrets(additionalFields('{ "data": { "timezone": "Europe/Paris" } }')),
};
