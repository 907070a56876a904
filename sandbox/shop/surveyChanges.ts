import type { Micros } from "../clock";
import { invalid } from "../problem";
import type { Shop } from "./index";
import type { Survey } from "./records/survey";

/** What a request may say about a new survey. */
export type NewSurvey = Partial<
  Omit<Survey, "id" | "ticketId" | "customerId" | "created_datetime">
> & { ticket_id: number; customer_id: number; created_datetime?: Micros | null };

/** Asks the customer of a ticket how it went. */
export function createSurvey(shop: Shop, input: NewSurvey): Survey {
  const { ticket_id: ticketId, customer_id: customerId, created_datetime: given, ...rest } = input;
  const ticket = shop.tickets.get(ticketId);
  if (ticket === undefined) throw invalid("ticket_id", `There is no ticket ${ticketId}.`);
  if (shop.customers.get(customerId) === undefined) {
    throw invalid("customer_id", `There is no customer ${customerId}.`);
  }
  const survey = shop.surveys.add({
    id: shop.surveys.nextId(),
    ticketId,
    customerId,
    score: null,
    body_text: null,
    meta: null,
    sent_datetime: null,
    scored_datetime: null,
    should_send_datetime: null,
    ...rest,
    created_datetime: given ?? shop.stamp(),
  });
  shop.tickets.change(ticket, { surveyId: survey.id });
  return survey;
}
