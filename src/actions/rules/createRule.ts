import { required } from "../../fields/field";
import { additionalFields } from "../../inputs/common";
import { ruleCode, ruleFields, ruleName } from "../../inputs/rules";
import { rule } from "../../schemas/rule";
import { endpoint } from "../endpoint";

export const createRule = endpoint({
  route: "POST /rules",
  label: "Create Rule",
  description:
    "Create a rule. It works on tickets from then on, unless Deactivated Datetime is filled in.",
  directions:
    "The rule works on tickets from the moment it is created. To create it switched off, fill in Deactivated Datetime.",
  guidance:
    "To try a rule out first, set deactivated_datetime: it is switched off then. Returns the rule with its id.",
  inputs: {
    name: required(ruleName),
    code: required(ruleCode),
    ...ruleFields,
    additionalFields: additionalFields('{ "description": null }'),
  },
  returns: rule,
});
