import type { Micros } from "../clock";
import { invalid, taken } from "../problem";
import type { Shop } from "./index";
import type { Survey } from "./records/survey";

/** What a request may say about a survey. */
export type NewSurvey = Partial<
  Omit<Survey, "id" | "ticketId" | "customerId" | "created_datetime">
> & { ticket_id: number; customer_id: number; created_datetime?: Micros | null };

/** Asks the customer of a ticket how it went. */
export function createSurvey(shop: Shop, input: NewSurvey): Survey {
  const fields = fieldsOf(shop, input);
  const survey = shop.surveys.add({
    id: shop.surveys.nextId(),
    ...fields,
    created_datetime: input.created_datetime ?? shop.stamp(),
  });
  place(shop, survey);
  return survey;
}

/** Replaces a survey: what the input leaves out is gone (`docs/gorgias-api.md`, "Writes"). */
export function replaceSurvey(shop: Shop, survey: Survey, input: NewSurvey): Survey {
  const fields = fieldsOf(shop, input, survey);
  const before = shop.tickets.get(survey.ticketId);
  if (before !== undefined) shop.tickets.change(before, { surveyId: null });
  shop.surveys.change(survey, {
    ...fields,
    created_datetime: input.created_datetime ?? survey.created_datetime,
  });
  place(shop, survey);
  return survey;
}

function fieldsOf(
  shop: Shop,
  { ticket_id: ticketId, customer_id: customerId, created_datetime: _, ...rest }: NewSurvey,
  self?: Survey,
): Omit<Survey, "id" | "created_datetime"> {
  const ticket = shop.tickets.get(ticketId);
  if (ticket === undefined) throw invalid("ticket_id", `There is no ticket ${ticketId}.`);
  if (shop.customers.get(customerId) === undefined) {
    throw invalid("customer_id", `There is no customer ${customerId}.`);
  }
  if (ticket.surveyId !== null && ticket.surveyId !== self?.id) {
    throw taken("ticket_id", String(ticketId));
  }
  return { ticketId, customerId, ...BLANK, ...rest };
}

const BLANK = {
  score: null,
  body_text: null,
  meta: null,
  sent_datetime: null,
  scored_datetime: null,
  should_send_datetime: null,
};

/** The ticket shows the survey. */
function place(shop: Shop, { id, ticketId }: Survey): void {
  shop.tickets.change(shop.tickets.one(ticketId), { surveyId: id });
}
