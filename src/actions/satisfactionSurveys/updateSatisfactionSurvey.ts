import { pathOf } from "../../client/address";
import { changedSurveyFields, surveyId } from "../../inputs/satisfactionSurveys";
import { satisfactionSurvey } from "../../schemas/satisfactionSurvey";
import { endpoint } from "../endpoint";
import { type Writable, wholeObject } from "../wholeObject";

export const updateSatisfactionSurvey = endpoint({
  route: "PUT /satisfaction-surveys/{id}",
  label: "Update Satisfaction Survey",
  description:
    "Update a satisfaction survey. What is left blank stays as it is: the survey is read first, because Gorgias replaces all of it. What somebody else changes between the two is lost.",
  guidance: "Returns the survey as it is afterwards.",
  inputs: { id: surveyId, ...changedSurveyFields },
  returns: satisfactionSurvey,
  readsUnchanged: true,
  body: (given, { id }, gorgias) =>
    wholeObject(gorgias, pathOf("/satisfaction-surveys/{id}", { id }), WRITABLE, given),
});

/** docs/gorgias-api.md, "Satisfaction surveys" */
const WRITABLE: Writable = {
  neverNull: ["ticket_id", "customer_id"],
  fields: [
    "score",
    "body_text",
    "meta",
    "created_datetime",
    "scored_datetime",
    "sent_datetime",
    "should_send_datetime",
  ],
};
