import { additionalFields } from "../../inputs/common";
import {
  macroActions,
  macroFields,
  macroForm,
  macroId,
  macroName,
  replaceActions,
} from "../../inputs/macros";
import { macro } from "../../schemas/macro";
import { endpoint } from "../endpoint";
import { changedMacro, checkReplacement } from "./macroBody";

export const updateMacro = endpoint({
  route: "PUT /macros/{id}",
  label: "Update Macro",
  description:
    "Update a macro. What is left blank stays as it is, and so does what the macro does that nobody names. Don't change one macro in two calls at once: one of the changes would be lost.",
  guidance:
    "An action takes the place of the one with its name (and title, where there are several of the name), and the others stay; with replaceActions, only what is given stays. Of body_text and body_html, one alone makes the other. Actions are read first, because Gorgias replaces all of them. Returns the macro as it is afterwards.",
  inputs: {
    id: macroId,
    name: macroName,
    ...macroForm,
    ...macroFields,
    actions: macroActions,
    replaceActions,
    additionalFields: additionalFields('{ "intent": null }'),
  },
  returns: macro,
  check: checkReplacement,
  body: changedMacro,
});
