import type { JsonObject } from "../../client/json";
import type { Values } from "../../fields/field";
import type { Refuser } from "../../fields/readInputs";
import type { definitionInputs } from "../../inputs/fieldDefinitions";
import { withAdditionalFields } from "../endpoint";

type DefinitionInputs = typeof definitionInputs;
type DefinitionValues = Values<DefinitionInputs>;
type DataType = NonNullable<DefinitionValues["dataType"]>;
const FORM_INPUTS = ["choices", "placeholder", "min", "max"] as const;
type FormInput = (typeof FORM_INPUTS)[number];

/** The inputs of the form that go with a kind of field (docs/gorgias-api.md, "Custom fields"). */
const FITTING: Readonly<Record<DataType | "dropdown", readonly FormInput[]>> = {
  dropdown: ["choices"],
  text: ["placeholder"],
  number: ["min", "max", "placeholder"],
  boolean: [],
};

/** Whether the inputs say anything about a definition, usable or not. */
function saysDefinition(values: DefinitionValues): boolean {
  return (["definition", "dataType", ...FORM_INPUTS] as const).some(
    (key) => values[key] !== undefined,
  );
}

/** Refuses JSON and form at once, and a form that fits no kind of field. */
export function checkDefinition(
  values: DefinitionValues,
  { refuse, nameOf }: Refuser<DefinitionInputs>,
): void {
  const { definition, dataType, choices } = values;
  const filledIn = FORM_INPUTS.filter((key) => values[key] !== undefined);
  if (definition !== undefined && (dataType !== undefined || filledIn.length > 0)) {
    refuse("definition", `cannot be combined with ${nameOf("dataType")} and its inputs.`);
  } else if (definition === undefined && dataType === undefined) {
    for (const key of filledIn) {
      refuse(key, `goes with a ${nameOf("dataType")}: choose one.`);
    }
  } else if (dataType !== undefined) {
    const fitting = FITTING[choices && dataType === "text" ? "dropdown" : dataType];
    for (const key of filledIn.filter((one) => !fitting.includes(one))) {
      refuse(key, `does not go with ${nameOf("dataType")} ${dataType}.`);
    }
  }
}

/** The body of a new custom field: it takes text where nothing says what else. */
export function newFieldBody(values: JsonObject & DefinitionValues): JsonObject {
  return fieldBody(saysDefinition(values) ? values : { ...values, dataType: "text" });
}

/** The body of a changed custom field: its definition comes from JSON or from the form. */
export function fieldBody(values: JsonObject & DefinitionValues): JsonObject {
  const { definition, dataType, choices, placeholder, min, max, ...rest } = values;
  const form = dataType && {
    data_type: dataType,
    input_settings: {
      input_type: gorgiasInputType(dataType, choices),
      choices,
      placeholder,
      min,
      max,
    },
  };
  return withAdditionalFields({ ...rest, definition: definition ?? form });
}

function gorgiasInputType(dataType: DataType, choices: string[] | undefined): string {
  if (dataType === "number") {
    return "input_number";
  }
  return dataType === "boolean" || choices ? "dropdown" : "input";
}
