import { choice } from "../fields/choice";
import { datetime } from "../fields/datetime";
import { clearable, required } from "../fields/field";
import { id } from "../fields/number";
import { withSecrets } from "../fields/secret";
import { text } from "../fields/text";
import { additionalFields } from "./common";
import { httpInputs } from "./httpSettings";

/** The integration to read. */
export const integrationId = required(
  id({
    label: "Integration ID",
    dataSource: "selectIntegration",
    example: "116873",
    comments: "The ID of the integration.",
  }),
);

/** The integration to change or delete. */
export const httpIntegrationId = required(
  id({
    label: "Integration ID",
    dataSource: "selectHttpIntegration",
    example: "118204",
    comments: "The ID of the integration. Only those of the type http can be changed or deleted.",
  }),
);

/** The only integrations to list. */
export const integrationType = choice(["http"], {
  label: "Type",
  comments:
    "Only integrations of this type: http is the only one that Gorgias can filter by. Left blank, all are listed.",
});

const { http, ...httpForm } = httpInputs;

const settings = {
  description: clearable(
    text({
      label: "Description",
      example: "Keeps our order system up to date.",
      comments: "What the integration is for, for your admins.",
    }),
  ),
  business_hours_id: clearable(
    id({
      label: "Business Hours ID",
      example: "12",
      comments: "The business hours that go with the integration.",
    }),
  ),
};

/** What can be set on a new integration. */
export const newIntegrationFields = {
  name: required(
    text({
      label: "Name",
      example: "Order system",
      comments: "How your admins recognise the integration.",
    }),
  ),
  ...httpForm,
  url: required(httpForm.url),
  ...settings,
  http,
  additionalFields: withSecrets(
    additionalFields(
      '{ "http": { "url": "https://example.com/gorgias", "method": "PUT", "request_content_type": "application/json", "response_content_type": "application/json" } }',
    ),
  ),
};

/** What can be changed on an integration. */
export const changedIntegrationFields = {
  name: text({
    label: "Name",
    example: "Order system",
    comments: "How your admins recognise the integration. Left blank, it stays as it is.",
  }),
  ...httpForm,
  ...settings,
  http,
  deactivated_datetime: clearable(
    datetime({
      label: "Deactivated Datetime",
      comments:
        "When the integration was switched off. To switch it on again, use null in Additional Fields.",
    }),
  ),
  additionalFields: withSecrets(additionalFields('{ "deactivated_datetime": null }')),
};
