import { openChoice } from "../fields/choice";
import { clearable, required, told } from "../fields/field";
import { json, jsonList } from "../fields/json";
import { id } from "../fields/number";
import { email, text } from "../fields/text";
import { CUSTOMER_CHANNELS } from "../schemas/customer";
import { fieldValues, OF_CUSTOMERS } from "./customFields";
import { toChannels } from "./givenBack";
import { named } from "./named";
import { customerChannels, freeForm } from "./shapes";

/** The customer to read, change or delete. */
export const customerId = required(
  id({
    label: "Customer ID",
    dataSource: "selectCustomer",
    example: "400746613",
    comments: "The ID of the customer: the number at the end of its address in Gorgias.",
  }),
);

/** What can be set on a customer, new or not. */
export const customerFields = {
  name: clearable(
    text({ label: "Name", example: "Jo Martin", comments: "The customer's full name." }),
  ),
  email: clearable(email({ label: "Email", comments: "The customer's main e-mail address." })),
  firstname: clearable(
    text({
      label: "First Name",
      example: "Jo",
      comments: "The customer's first name. Left blank, Gorgias takes it from the name.",
    }),
  ),
  lastname: clearable(
    text({
      label: "Last Name",
      example: "Martin",
      comments: "The customer's last name. Left blank, Gorgias takes it from the name.",
    }),
  ),
  channels: jsonList(
    customerChannels,
    {
      label: "Channels",
      example: '[{ "type": "email", "address": "jo@example.com", "preferred": true }]',
      comments:
        "Ways to reach the customer, as a JSON list of { type, address, preferred }. On an update they replace all that the customer has. See https://developers.gorgias.com/reference/create-customer.",
    },
    toChannels,
  ),
  note: clearable(
    text({
      label: "Note",
      example: "Prefers to be called in the morning.",
      long: true,
      comments: "A note about the customer, for your agents.",
    }),
  ),
  language: clearable(
    text({
      label: "Language",
      example: "en",
      comments: "The customer's preferred language, as a two-letter code (ISO 639-1).",
    }),
  ),
  timezone: clearable(
    text({
      label: "Timezone",
      example: "Europe/Paris",
      comments: "The customer's timezone, by its name in the IANA list.",
    }),
  ),
  custom_fields: fieldValues({
    example: OF_CUSTOMERS,
    comments:
      "Values of custom fields, as a JSON list of { id, value } with the field's ID. On an update they replace all values that the customer has: to set some and keep the others, use Update Customer Custom Field Values.",
  }),
  external_id: clearable(
    text({
      label: "External ID",
      example: "8817263",
      comments: "The customer's ID in another system. Gorgias keeps it and does nothing with it.",
    }),
  ),
  meta: clearable(
    json(freeForm, {
      label: "Meta",
      example: '{ "tier": "gold" }',
      comments:
        "Structured information about the customer, as a JSON object. On an update it replaces what is there, keys that Gorgias itself keeps in it included: send those that are to stay along.",
    }),
  ),
};

/** What a customer is looked for by. */
export const customerIdentifiers = {
  email: named(
    email({
      label: "Email",
      comments: "An e-mail address of the customer, the main one or another.",
    }),
  ),
  phoneNumber: named(
    text({
      label: "Phone",
      maxLength: 320,
      isAddress: true,
      example: "+33612345678",
      comments: "A phone number of the customer, written as Gorgias has it.",
    }),
  ),
  external_id: named(
    text({
      label: "External ID",
      example: "8817263",
      comments: "The customer's ID in another system.",
    }),
  ),
};

/** Of filters that Gorgias does not take on a page (docs/gorgias-api.md, "Lists"). */
const FILTERED_AFTERWARDS =
  "Where the list is read in pages or in a chosen order, it is not sent: the connector filters what comes back. A page then has fewer customers than Limit, perhaps none, although more pages follow: the last one is where next_cursor is null.";

/** What a list of customers can be filtered by. */
export const customerFilters = {
  email: email({ label: "Email", comments: "Only the customer with this main e-mail address." }),
  external_id: text({
    label: "External ID",
    example: "8817263",
    comments: "Only the customer who has this ID in another system.",
  }),
  name: text({
    label: "Name",
    example: "Jo Martin",
    comments: "Only customers with this full name.",
  }),
  language: told(
    "Only customers with this language, as a two-letter code.",
    text({
      label: "Language",
      example: "en",
      comments: `Only customers with this preferred language, as a two-letter code (ISO 639-1). ${FILTERED_AFTERWARDS}`,
    }),
  ),
  timezone: told(
    "Only customers in this IANA timezone.",
    text({
      label: "Timezone",
      example: "Europe/Paris",
      comments: `Only customers in this timezone, by its name in the IANA list. ${FILTERED_AFTERWARDS}`,
    }),
  ),
  view_id: id({
    label: "View ID",
    example: "900209",
    dataSource: "selectView",
    comments: "Only customers that this view shows.",
  }),
  channel_type: openChoice(CUSTOMER_CHANNELS, {
    label: "Channel Type",
    example: "phone",
    comments: "Only customers who can be reached on this kind of channel. Others may exist.",
  }),
  channel_address: text({
    label: "Channel Address",
    maxLength: 320,
    isAddress: true,
    example: "+33612345678",
    comments: "Only customers who can be reached at this address.",
  }),
};

/** The customer who is merged into another and then gone. */
export const mergeSourceId = required(
  id({
    label: "Source ID",
    dataSource: "selectCustomer",
    example: "400800006",
    comments: "The ID of the customer to merge into the other. This one is gone afterwards.",
  }),
);

/** The customer who stays. */
export const mergeTargetId = required(
  id({
    label: "Target ID",
    dataSource: "selectCustomer",
    example: "400746613",
    comments: "The ID of the customer who stays.",
  }),
);

/**
 * What descriptions of Gorgias let a merge set on the customer who stays, not all of them the note
 * and meta. A name was seen to change nothing (docs/gorgias-api.md, "Writes").
 */
export const mergeFields = {
  name: text({
    label: "Name",
    example: "Jo Martin",
    comments:
      "The customer's full name. A merge was seen to leave it as it was: use Update Customer for it.",
  }),
  email: customerFields.email,
  external_id: customerFields.external_id,
  language: customerFields.language,
  timezone: customerFields.timezone,
  note: customerFields.note,
  channels: customerFields.channels,
  meta: customerFields.meta,
};
