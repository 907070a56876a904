import { ruleId } from "../../inputs/rules";
import { deletion } from "../../schemas/deletion";
import { endpoint } from "../endpoint";

export const deleteRule = endpoint({
  route: "DELETE /rules/{id}",
  label: "Delete Rule",
  description: "Delete a rule for good. What it has done to tickets stays.",
  guidance:
    "To switch a rule off and keep it, use {updateRule} with deactivated_datetime. Returns { id, deleted }.",
  inputs: { id: ruleId },
  returns: deletion,
});
