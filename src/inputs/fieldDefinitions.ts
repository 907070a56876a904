import { choice, openChoice, yesNo } from "../fields/choice";
import { datetime } from "../fields/datetime";
import { clearable, told } from "../fields/field";
import { json } from "../fields/json";
import { texts } from "../fields/list";
import { wholeNumber } from "../fields/number";
import { text } from "../fields/text";
import { FIELD_DATA_TYPES, FIELD_OBJECT_TYPES, MANAGED_TYPES } from "../schemas/customField";
import { fieldDefinition } from "./shapes";

/** What the custom field belongs to. */
export const fieldObjectType = choice(FIELD_OBJECT_TYPES, {
  label: "Object Type",
  comments: "What the custom field belongs to: tickets or customers.",
});

/** The name of the custom field. */
export const fieldLabel = text({
  label: "Label",
  maxLength: 255,
  example: "Colour",
  comments: "The name of the custom field, as agents see it.",
});

const definitionForm = {
  dataType: choice(FIELD_DATA_TYPES, {
    label: "Data Type",
    comments:
      "What the field's values are, in place of Definition. With neither filled in, a new field takes text.",
  }),
  choices: texts({
    label: "Choices",
    example: "Blue",
    comments: "What can be chosen, which makes the field a dropdown. Only for Data Type text.",
  }),
  placeholder: text({
    label: "Placeholder",
    example: "Blue",
    comments: "What the empty field shows. For text without Choices, and for numbers.",
  }),
  min: wholeNumber({
    label: "Minimum",
    example: "0",
    min: Number.NEGATIVE_INFINITY,
    comments: "The smallest number. Only for Data Type number.",
  }),
  max: wholeNumber({
    label: "Maximum",
    example: "5000",
    min: Number.NEGATIVE_INFINITY,
    comments: "The largest number. Only for Data Type number.",
  }),
};

/** The inputs that say how a custom field is filled in: as a form, or as JSON. */
export const definitionInputs = {
  ...definitionForm,
  definition: told(
    'Such as { "data_type": "text", "input_settings": { "input_type": "dropdown", "choices": ["Blue"] } }. data_type is text, number or boolean.',
    json(fieldDefinition, {
      label: "Definition",
      example:
        '{ "data_type": "text", "input_settings": { "input_type": "dropdown", "choices": ["Blue", "Red"] } }',
      comments:
        "What the field's values are, as JSON: data_type (text, number or boolean) and input_settings.",
    }),
  ),
};

/** What can be set on a custom field beside its name; its definition as a form, or as JSON. */
export const fieldSettings = {
  ...definitionForm,
  description: clearable(
    text({
      label: "Description",
      example: "The colour that the customer wants.",
      maxLength: 1024,
      comments: "What the field is for.",
    }),
  ),
  external_id: clearable(
    text({
      label: "External ID",
      example: "colour",
      comments: "The field's ID in another system. Gorgias keeps it and does nothing with it.",
    }),
  ),
  priority: clearable(
    wholeNumber({
      label: "Priority",
      example: "10",
      max: 5000,
      comments: "The field's place among the others.",
    }),
  ),
  required: yesNo({ label: "Required", comments: "Whether agents must fill the field in." }),
  managed_type: clearable(
    told(
      "Which of Gorgias' own fields it is, such as contact_reason.",
      openChoice(MANAGED_TYPES, {
        label: "Managed Type",
        comments: "For a field that Gorgias itself fills in or reads: which one it is.",
      }),
    ),
  ),
  definition: definitionInputs.definition,
  deactivated_datetime: clearable(
    told(
      "When the field was archived. null brings it back.",
      datetime({
        label: "Deactivated Datetime",
        comments: "When the field was archived. To bring it back, send null in Additional Fields.",
      }),
    ),
  ),
};
