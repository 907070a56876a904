import { newSurveyFields } from "../../inputs/satisfactionSurveys";
import { satisfactionSurvey } from "../../schemas/satisfactionSurvey";
import { endpoint } from "../endpoint";

export const createSatisfactionSurvey = endpoint({
  route: "POST /satisfaction-surveys",
  label: "Create Satisfaction Survey",
  description:
    "Create the satisfaction survey of a ticket that has none yet. With Should Send Datetime, Gorgias sends it to the customer.",
  directions:
    "With Should Send Datetime filled in, Gorgias sends the survey to the customer. To have it never sent, set should_send_datetime to null in Additional Fields.",
  guidance:
    "A ticket has one survey: to change it, use {updateSatisfactionSurvey}. Returns the new survey with its id.",
  inputs: newSurveyFields,
  returns: satisfactionSurvey,
});
