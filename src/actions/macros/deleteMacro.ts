import { macroId } from "../../inputs/macros";
import { deletion } from "../../schemas/deletion";
import { endpoint } from "../endpoint";

export const deleteMacro = endpoint({
  route: "DELETE /macros/{id}",
  label: "Delete Macro",
  description: "Delete a macro for good. Gorgias refuses it (409) while a rule uses the macro.",
  guidance:
    "To keep it out of agents' sight and be able to bring it back, use {archiveMacros}. Returns { id, deleted }.",
  inputs: { id: macroId },
  returns: deletion,
});
