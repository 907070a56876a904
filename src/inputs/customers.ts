import { required } from "./field";
import { json, jsonList } from "./json";
import { id } from "./number";
import { customerChannels, customFieldValues, freeForm } from "./shapes";
import { email, text } from "./text";

/** The customer to read, change or delete. */
export const customerId = required(
  id({
    label: "Customer ID",
    example: "400746613",
    comments: "The ID of the customer: the number at the end of its address in Gorgias.",
  }),
);

const language = text({
  label: "Language",
  example: "en",
  comments: "The customer's preferred language, as a two-letter code (ISO 639-1).",
});

const timezone = text({
  label: "Timezone",
  example: "Europe/Paris",
  comments: "The customer's timezone, by its name in the IANA list.",
});

/** What can be set on a customer, new or not. */
export const customerFields = {
  channels: jsonList(customerChannels, {
    label: "Channels",
    example: '[{ "type": "email", "address": "jo@example.com", "preferred": true }]',
    comments:
      "Ways to reach the customer, as a JSON list of { type, address, preferred }. On an update they replace all that the customer has. See https://developers.gorgias.com/reference/create-customer.",
  }),
  email: email({ label: "Email", comments: "The customer's main e-mail address." }),
  external_id: text({
    label: "External ID",
    comments: "The customer's ID in another system. Gorgias keeps it and does nothing with it.",
  }),
  language,
  name: text({ label: "Name", comments: "The customer's full name." }),
  timezone,
  note: text({
    label: "Note",
    long: true,
    comments: "A note about the customer, for your agents.",
  }),
  meta: json(freeForm, {
    label: "Meta",
    example: '{ "tier": "gold" }',
    comments: "Structured information of your own about the customer, as a JSON object.",
  }),
  custom_fields: jsonList(customFieldValues, {
    label: "Custom Fields",
    example: '[{ "id": 51, "value": "Blue" }]',
    comments:
      "Values of custom fields, as a JSON list of { id, value } with the field's ID. On an update they replace all values that the customer has.",
  }),
};

/** What a list of customers can be filtered by. */
export const customerFilters = {
  email: email({ label: "Email", comments: "Only the customer with this main e-mail address." }),
  external_id: text({
    label: "External ID",
    comments: "Only the customer who has this ID in another system.",
  }),
  name: text({ label: "Name", comments: "Only customers with this full name." }),
  language,
  timezone,
  view_id: id({ label: "View ID", comments: "Only customers that the view with this ID shows." }),
  channel_type: text({
    label: "Channel Type",
    example: "phone",
    comments: "Only customers who can be reached on this kind of channel.",
  }),
  channel_address: text({
    label: "Channel Address",
    maxLength: 320,
    example: "+33612345678",
    comments: "Only customers who can be reached at this address.",
  }),
};
