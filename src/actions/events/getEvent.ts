import { eventId } from "../../inputs/events";
import { event } from "../../schemas/event";
import { endpoint } from "../endpoint";

export const getEvent = endpoint({
  route: "GET /events/{id}",
  label: "Get Event",
  description: "Retrieve an event.",
  guidance: "Returns what happened, when, to what and by whom. To find events, use {listEvents}.",
  inputs: { id: eventId },
  returns: event,
});
