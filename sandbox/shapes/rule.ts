import { isoFromMicros, isoOrNull } from "../clock";
import type { Rule } from "../shop/records/rule";
import { plainAst, programOf } from "../shop/script";

/** A rule, as in `test/schemas/recorded/list-rules.json`; `code_ast` says what `code` says. */
export function ruleShape(rule: Rule) {
  return {
    id: rule.id,
    uri: `/api/rules/${rule.id}/`,
    name: rule.name,
    description: rule.description,
    code: rule.code,
    code_ast: plainAst(programOf(rule.code)),
    event_types: rule.event_types,
    priority: rule.priority,
    created_datetime: isoFromMicros(rule.created_datetime),
    updated_datetime: isoFromMicros(rule.updated_datetime),
    deactivated_datetime: isoOrNull(rule.deactivated_datetime),
  };
}
