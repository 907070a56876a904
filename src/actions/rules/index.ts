import type { ActionGroup } from "../action";
import { createRule } from "./createRule";
import { deleteRule } from "./deleteRule";
import { getRule } from "./getRule";
import { listRules } from "./listRules";
import { updateRule } from "./updateRule";
import { updateRulesPriorities } from "./updateRulesPriorities";

/** Actions on rules. */
export const rules: ActionGroup = {
  title: "Rules",
  actions: { listRules, getRule, createRule, updateRule, deleteRule, updateRulesPriorities },
};
