import { isoFromMicros, isoOrNull } from "../clock";
import type { Survey } from "../shop/records/survey";

/** A satisfaction survey; its fields are those of `POST /api/satisfaction-surveys`. */
export function surveyShape(survey: Survey) {
  return {
    id: survey.id,
    uri: `/api/satisfaction-surveys/${survey.id}/`,
    ticket_id: survey.ticketId,
    customer_id: survey.customerId,
    score: survey.score,
    body_text: survey.body_text,
    meta: survey.meta,
    created_datetime: isoFromMicros(survey.created_datetime),
    sent_datetime: isoOrNull(survey.sent_datetime),
    scored_datetime: isoOrNull(survey.scored_datetime),
    should_send_datetime: isoOrNull(survey.should_send_datetime),
  };
}
