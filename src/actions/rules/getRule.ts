import { ruleId } from "../../inputs/rules";
import { rule } from "../../schemas/rule";
import { endpoint } from "../endpoint";

export const getRule = endpoint({
  route: "GET /rules/{id}",
  label: "Get Rule",
  description: "Retrieve a rule.",
  guidance:
    "Returns the rule with its code. event_types is one text with commas between the types, or null.",
  inputs: { id: ruleId },
  returns: rule,
});
