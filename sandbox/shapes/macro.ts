import { isoFromMicros, isoOrNull } from "../clock";
import type { Macro } from "../shop/records/macro";

/** A macro, as in `test/schemas/recorded/list-macros.json`. */
export function macroShape(macro: Macro) {
  return {
    id: macro.id,
    external_id: macro.external_id,
    name: macro.name,
    intent: macro.intent,
    language: macro.language,
    usage: macro.usage,
    actions: macro.actions,
    created_datetime: isoFromMicros(macro.created_datetime),
    updated_datetime: isoOrNull(macro.updated_datetime),
    archived_datetime: isoOrNull(macro.archived_datetime),
    uri: `/api/macros/${macro.id}/`,
  };
}
