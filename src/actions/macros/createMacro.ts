import { required } from "../../fields/field";
import { additionalFields } from "../../inputs/common";
import { macroActions, macroFields, macroForm, macroName } from "../../inputs/macros";
import { macro } from "../../schemas/macro";
import { endpoint } from "../endpoint";
import { newMacro } from "./macroBody";

export const createMacro = endpoint({
  route: "POST /macros",
  label: "Create Macro",
  description: "Create a macro: an answer that agents have ready, with what else it does.",
  guidance:
    "body_text and body_html are the answer, tags and priority what it does to the ticket; actions takes everything else. Returns the new macro with its id.",
  inputs: {
    name: required(macroName),
    ...macroForm,
    ...macroFields,
    actions: macroActions,
    additionalFields: additionalFields(
      '{ "actions": [{ "name": "addTags", "title": "Add tags", "arguments": { "tags": "shipping" } }] }',
    ),
  },
  returns: macro,
  body: newMacro,
});
