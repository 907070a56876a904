import { newSurveyFields } from "../../inputs/satisfactionSurveys";
import { satisfactionSurvey } from "../../schemas/satisfactionSurvey";
import { endpoint } from "../endpoint";

export const createSatisfactionSurvey = endpoint({
  route: "POST /satisfaction-surveys",
  label: "Create Satisfaction Survey",
  description:
    "Create the satisfaction survey of a ticket, which has none yet. With Should Send Datetime, Gorgias sends it to the customer.",
  guidance:
    "A ticket has one survey: to change it, use {updateSatisfactionSurvey}. Returns the new survey with its id.",
  inputs: newSurveyFields,
  returns: satisfactionSurvey,
});
