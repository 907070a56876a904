import { macroId } from "../../inputs/macros";
import { macro } from "../../schemas/macro";
import { endpoint } from "../endpoint";

export const getMacro = endpoint({
  route: "GET /macros/{id}",
  label: "Get Macro",
  description: "Retrieve a macro.",
  guidance:
    "Returns the macro with what it does under actions, each with name, title and arguments.",
  inputs: { id: macroId },
  returns: macro,
});
