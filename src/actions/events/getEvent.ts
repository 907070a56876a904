import { path } from "../../client/address";
import { eventId } from "../../inputs/events";
import { event } from "../../schemas/event";
import { defineAction } from "../defineAction";

export const getEvent = defineAction({
  key: "getEvent",
  label: "Get Event",
  description: "Retrieve an event.",
  readOnly: true,
  inputs: { id: eventId },
  returns: event,
  perform: (gorgias, { id }) => gorgias.get(path`/events/${id}`),
});
