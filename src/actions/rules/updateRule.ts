import { isDeepStrictEqual } from "node:util";
import type { GorgiasClient } from "../../client";
import { pathOf } from "../../client/address";
import type { JsonObject } from "../../client/json";
import { additionalFields } from "../../inputs/common";
import { ruleCode, ruleFields, ruleId, ruleName } from "../../inputs/rules";
import { type Rule, rule } from "../../schemas/rule";
import { endpoint, withAdditionalFields } from "../endpoint";

export const updateRule = endpoint({
  route: "PUT /rules/{id}",
  label: "Update Rule",
  description:
    "Update a rule. What is left blank stays as it is, and a new Code works from then on.",
  guidance:
    "To switch a rule off, set deactivated_datetime; null switches it on. For the order of several, use {updateRulesPriorities}. Returns the rule.",
  inputs: {
    id: ruleId,
    name: ruleName,
    code: ruleCode,
    ...ruleFields,
    additionalFields: additionalFields('{ "deactivated_datetime": null }'),
  },
  returns: rule,
  async body(rest, { id }, gorgias) {
    const isOld = await isOldAst(gorgias, id, rest);
    return withAdditionalFields(isOld ? { ...rest, code_ast: undefined } : rest);
  },
});

/**
 * Whether the program beside a new code is that of the code before, as Get Rule returned it. Gorgias
 * makes the new one when there is none (docs/gorgias-api.md, "Rules").
 */
async function isOldAst(
  gorgias: GorgiasClient,
  id: number,
  { code, code_ast }: JsonObject,
): Promise<boolean> {
  if (code === undefined || code_ast === undefined) {
    return false;
  }
  const before = await gorgias.get<Rule | null>(pathOf("/rules/{id}", { id }));
  return before?.code !== code && isDeepStrictEqual(before?.code_ast, code_ast);
}
