import { rulePriorities } from "../../inputs/rules";
import { orderedRules, type Rule } from "../../schemas/rule";
import { foundIn } from "../../schemas/search";
import { endpoint } from "../endpoint";

export const updateRulesPriorities = endpoint({
  route: "POST /rules/priorities",
  label: "Update Rules Priorities",
  description:
    "Set the priorities of several rules at once. A rule with a higher one runs earlier.",
  directions:
    "Rules that are not named keep their priorities, so name every rule whose place matters.",
  guidance: "Rules that are not named keep theirs. Returns { data } with the rules.",
  inputs: rulePriorities,
  returns: orderedRules,
  check({ priorities, rulePriorities: rows }, { refuse, nameOf }) {
    if (priorities === undefined && rows === undefined) {
      refuse("priorities", `is needed: fill it in, or ${nameOf("rulePriorities")} instead.`);
    } else if (priorities !== undefined && rows !== undefined) {
      refuse("priorities", `cannot be combined with ${nameOf("rulePriorities")}.`);
    }
    const ids = (priorities ?? rows ?? []).map(({ id }) => id);
    const twice = ids.find((id, index) => ids.indexOf(id) !== index);
    if (twice !== undefined) {
      const filled = priorities === undefined ? "rulePriorities" : "priorities";
      refuse(filled, `names the rule ${twice} twice.`);
    }
  },
  body: ({ priorities, rulePriorities: rows }) => ({ priorities: priorities ?? rows }),
  answer: (answered) => ({ data: foundIn(answered) as unknown as Rule[] }),
});
