import {
  type Described,
  freeForm,
  integer,
  moment,
  nullable,
  object,
  type Resource,
  text,
} from "./schema";

const surveySchema = object(
  { id: integer, ticket_id: integer, customer_id: integer, score: nullable(integer) },
  {
    body_text: nullable(text),
    meta: nullable(freeForm),
    created_datetime: moment,
    scored_datetime: nullable(moment),
    sent_datetime: nullable(moment),
    should_send_datetime: nullable(moment),
    uri: text,
  },
);

/** How a customer liked the help in a ticket (docs/gorgias-api.md, "Satisfaction surveys"). */
export const satisfactionSurvey: Resource<Described<typeof surveySchema>> = {
  schema: surveySchema,
  example: {
    id: 6967541,
    ticket_id: 153006867,
    customer_id: 400746613,
    score: 5,
    body_text: "Thank you, that was quick!",
    meta: null,
    created_datetime: "2024-11-14T13:56:16.494726+00:00",
    scored_datetime: "2024-11-15T08:10:00.120000+00:00",
    sent_datetime: "2024-11-15T08:00:00.310000+00:00",
    should_send_datetime: "2024-11-15T08:00:00+00:00",
    uri: "/api/satisfaction-surveys/6967541/",
  },
};
