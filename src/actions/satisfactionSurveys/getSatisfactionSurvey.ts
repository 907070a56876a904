import { surveyId } from "../../inputs/satisfactionSurveys";
import { satisfactionSurvey } from "../../schemas/satisfactionSurvey";
import { endpoint } from "../endpoint";

export const getSatisfactionSurvey = endpoint({
  route: "GET /satisfaction-surveys/{id}",
  label: "Get Satisfaction Survey",
  description: "Retrieve a satisfaction survey.",
  guidance: "Returns the score, 1 to 5 or null, and what the customer wrote.",
  inputs: { id: surveyId },
  returns: satisfactionSurvey,
});
