import { datetime } from "../fields/datetime";
import { clearable, required } from "../fields/field";
import { json } from "../fields/json";
import { id, wholeNumber } from "../fields/number";
import { text } from "../fields/text";
import { additionalFields } from "./common";
import { freeForm } from "./shapes";

/** The survey to read or change. */
export const surveyId = required(
  id({
    label: "Satisfaction Survey ID",
    dataSource: "selectSurvey",
    example: "6967541",
    comments: "The ID of the survey.",
  }),
);

const OF_TICKET = { label: "Ticket ID", dataSource: "selectTicket", example: "153006867" };
const OF_CUSTOMER = { label: "Customer ID", dataSource: "selectCustomer", example: "400746613" };

const answer = {
  score: clearable(
    wholeNumber({
      label: "Score",
      min: 1,
      max: 5,
      example: "5",
      comments: "How the customer liked the help: 1 to 5 stars.",
    }),
  ),
  body_text: clearable(
    text({
      label: "Body Text",
      long: true,
      maxLength: 1000,
      example: "Quick and friendly!",
      comments: "What the customer wrote about it, at most 1,000 characters.",
    }),
  ),
};

const rarelyUsed = {
  meta: clearable(
    json(freeForm, {
      label: "Meta",
      example: '{ "source": "phone" }',
      comments: "Structured information of your own about the survey, as a JSON object.",
    }),
  ),
  scored_datetime: clearable(
    datetime({
      label: "Scored Datetime",
      comments: "When the customer answered.",
    }),
  ),
  should_send_datetime: clearable(
    datetime({
      label: "Should Send Datetime",
      example: "2027-03-01T09:30:00Z",
      comments:
        "When Gorgias is to send the survey to the customer. To have it never sent, use null in Additional Fields.",
    }),
  ),
  sent_datetime: clearable(
    datetime({
      label: "Sent Datetime",
      comments: "When the survey was sent to the customer.",
    }),
  ),
  created_datetime: clearable(
    datetime({
      label: "Created Datetime",
      comments: "When the survey was made.",
    }),
  ),
};

/** What can be set on a new survey. */
export const newSurveyFields = {
  ticket_id: required(
    id({ ...OF_TICKET, comments: "The ticket that the survey is about. A ticket has one survey." }),
  ),
  customer_id: required(id({ ...OF_CUSTOMER, comments: "The customer who is asked." })),
  ...answer,
  ...rarelyUsed,
  // null means that the survey is never sent (docs/gorgias-api.md, "Satisfaction surveys").
  should_send_datetime: {
    ...rarelyUsed.should_send_datetime,
    cleared: { value: null, ofNew: true },
  },
  additionalFields: additionalFields('{ "should_send_datetime": null }'),
};

/** What can be changed on a survey. */
export const changedSurveyFields = {
  ...answer,
  ticket_id: id({
    ...OF_TICKET,
    comments: "The ticket that the survey is about. Left blank, it stays as it is.",
  }),
  customer_id: id({
    ...OF_CUSTOMER,
    comments: "The customer who is asked. Left blank, it stays as it is.",
  }),
  ...rarelyUsed,
  additionalFields: additionalFields('{ "scored_datetime": null }'),
};
